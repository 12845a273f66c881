import { createContext } from 'svelte';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import type { Engine } from '$lib/sync/engine.browser';
import { agreementOf } from '../agreement';
import { FamilyDevices, type FamilyLook } from '../devices.browser';
import type { TimeDeed } from '../events';
import { mondayOf, plainDate, weekdayOf, weeksAfter } from '../local-date';
import { onePageAtATime } from '../one-page.browser';
import { watchFamily } from '../watch-family.browser';
import { furtherOf, timesOf, undoingName, type FurtherChild } from './children';
import { days, kinds, type ChildName, type Column, type Day, type Entered } from './entry';
import {
  asAgreed,
  forLikeDays,
  laidOver,
  pressed,
  quartersOf,
  undoingEntry,
  weekSum,
  type Field,
  type Times
} from './sums';

/** Presses on one field are one entry once nothing was pressed for so long, in milliseconds. */
const quietMs = 1200;

/** What was entered last, for the words beside "Rückgängig". */
interface Undoable {
  /** none: a child was named, or taken out */
  readonly entered: readonly Entered[];
  readonly back: readonly TimeDeed[];
}

/** A family's week as this device has it: what stands in it, and everything that can be entered. */
export class FamilyWeek {
  readonly #engine: Engine;
  readonly #devices: FamilyDevices;
  #look = $state.raw<FamilyLook>();
  /** pressed, and not kept yet: all of one field */
  #gathered = $state.raw<Entered>();
  /** on its way to the database */
  #going = $state.raw<readonly Entered[]>([]);
  #undoables = $state.raw<readonly Undoable[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();
  /** an entry could not be kept, or the week not be read */
  isFailed = $state(false);
  readonly today = plainDate(Date.now());
  /** the Monday of the week on the screen, `YYYY-MM-DD` */
  week = $state(mondayOf(this.today));
  /** the open day */
  day: Day = $state(days[weekdayOf(this.today)] ?? 0);
  /** whose week it is; nothing for the child of the agreement */
  child = $state<string>();
  /** what a printed sheet shows: what is entered, or free fields */
  paper: 'filled' | 'free' = $state('filled');
  /** what the keys enter */
  column: Column = $state('agreed');
  readonly #all: Times | undefined = $derived(
    laidOver(this.#look?.times, [...this.#going, ...(this.#gathered ? [this.#gathered] : [])])
  );
  /** of the child whose week it is */
  readonly times: Times | undefined = $derived(timesOf(this.#all, this.child));
  readonly further: readonly FurtherChild[] = $derived(furtherOf(this.#look?.times));
  /** how the child of the agreement is called there; empty where nobody said so */
  readonly firstName: string = $derived(agreementOf(this.#look?.row).names.child);

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#devices = new FamilyDevices({ engine, world, alone: onePageAtATime() });
  }

  /** The device has been asked: an empty week is empty, and no longer "not yet". */
  get loaded(): boolean {
    return this.#look !== undefined;
  }

  /** It stands on other devices, too. */
  get isShared(): boolean {
    return this.#look?.current !== undefined;
  }

  /** What "Rückgängig" takes back; nothing where this page has entered nothing yet. */
  get last(): readonly Entered[] | undefined {
    return this.#gathered ? [this.#gathered] : this.#undoables.at(-1)?.entered;
  }

  /** How long the field of an entry stands now, whoever's week it is in, in quarters of an hour. */
  stands(entry: Entered): number | null {
    return quartersOf(this.#all, entry);
  }

  /** Shows the week of another child. */
  turnTo(child: string | undefined): void {
    void this.settle();
    this.child = child;
  }

  /** A further child comes in, and its week is shown. */
  async addChild(name: string): Promise<void> {
    const child = newId(world);
    if (await this.#name({ child, name })) this.turnTo(child);
  }

  /** The shown child is called otherwise. */
  renameChild(name: string): Promise<unknown> {
    return this.child === undefined ? Promise.resolve() : this.#name({ child: this.child, name });
  }

  /** The shown child is taken out; its times are kept, and come back with "Rückgängig". */
  async takeOutChild(): Promise<void> {
    if (this.child !== undefined && (await this.#name({ child: this.child, name: '' }))) this.turnTo(undefined);
  }

  async #name(data: ChildName): Promise<boolean> {
    await this.settle();
    const before = this.#look?.times;
    if (!(await this.#keep([{ type: 'child.named', data }]))) return false;
    this.#undoables = [
      ...this.#undoables,
      { entered: [], back: [{ type: 'child.named', data: undoingName(before, data) }] }
    ];
    return true;
  }

  /** Follows what is kept until it is told to stop; then what was gathered is kept. */
  follow(): () => void {
    const stop = watchFamily(
      { engine: this.#engine, devices: this.#devices },
      (look) => this.#show(look),
      () => (this.isFailed = true)
    );
    return () => {
      void this.settle();
      stop();
    };
  }

  /** Where something is agreed, what was is what somebody comes to enter. */
  #show(look: FamilyLook): void {
    const isFirst = this.#look === undefined;
    this.#look = look;
    if (isFirst && kinds.some((kind) => weekSum(look.times, this.week, kind, 'agreed') !== null)) this.column = 'was';
  }

  /** Shows another week, so many after this one. */
  turnBy(weeks: number): void {
    this.week = weeksAfter(this.week, weeks);
  }

  /** Whether a press would change anything. */
  can(field: Field, way: 'more' | 'less'): boolean {
    return pressed(this.times, field, way) !== undefined;
  }

  /** One press on a field. */
  press(field: Field, way: 'more' | 'less'): void {
    const pressedNow = pressed(this.times, field, way);
    if (pressedNow === undefined) return;
    const entry = this.#ofChild(pressedNow);
    if (this.#gathered && !isOneField(this.#gathered, entry)) void this.settle();
    this.#gathered = entry;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), quietMs);
  }

  #ofChild(entry: Entered): Entered {
    return this.child === undefined ? entry : { ...entry, child: this.child };
  }

  /** What was, entered as it was agreed, wherever nothing stands yet on the open day. */
  enterAsAgreed(): Promise<void> {
    return this.#enter(asAgreed(this.times, this.week, this.day).map((entry) => this.#ofChild(entry)));
  }

  /** What was agreed for the open day, for the days like it as well. */
  agreeForLikeDays(): Promise<void> {
    return this.#enter(forLikeDays(this.times, this.week, this.day).map((entry) => this.#ofChild(entry)));
  }

  /** Keeps what was pressed and is not kept yet. */
  settle(): Promise<void> {
    return this.#enter([]);
  }

  /** Takes back what was entered last on this page, then what was entered before that. */
  async undo(): Promise<void> {
    if (this.#gathered) {
      clearTimeout(this.#timer);
      this.#gathered = undefined;
      return;
    }
    await this.#turn;
    const last = this.#undoables.at(-1);
    if (last === undefined || !(await this.#keep(last.back))) return;
    this.#undoables = this.#undoables.filter((one) => one !== last);
    if (this.further.every(({ child }) => child !== this.child)) this.child = undefined;
  }

  /** One after the other: the undoing of an entry is made of what stood just before it. */
  #enter(entries: readonly Entered[]): Promise<void> {
    clearTimeout(this.#timer);
    const gathered = this.#gathered ? [this.#gathered] : [];
    this.#gathered = undefined;
    for (const one of [gathered, entries]) {
      if (one.length === 0) continue;
      this.#going = [...this.#going, ...one];
      this.#turn = this.#turn.then(() => this.#enterNow(one));
    }
    return this.#turn;
  }

  async #enterNow(entered: readonly Entered[]): Promise<void> {
    const before = await this.#devices.look().catch(() => this.#look);
    if (await this.#keep(entered.map(entryDeed))) {
      const back = entered.map((entry) => entryDeed(undoingEntry(before?.times, entry)));
      this.#undoables = [...this.#undoables, { entered, back }];
    }
    this.#going = this.#going.filter((one) => !entered.includes(one));
  }

  async #keep(deeds: readonly TimeDeed[]): Promise<boolean> {
    try {
      await this.#devices.write(deeds);
      this.#look = await this.#devices.look();
      this.isFailed = false;
      return true;
    } catch {
      this.isFailed = true;
      return false;
    }
  }
}

const entryDeed = (data: Entered): TimeDeed => ({ type: 'time.entered', data });

const isOneField = (a: Field, b: Field): boolean =>
  a.child === b.child && a.week === b.week && a.day === b.day && a.kind === b.kind && a.column === b.column;

/** The week, for every part of its page. */
export const [useWeek, provideWeek] = createContext<FamilyWeek>();
