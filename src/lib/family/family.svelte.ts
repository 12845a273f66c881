import { createContext } from 'svelte';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import type { Engine } from '$lib/sync/engine.browser';
import type { SyncEvent } from '$lib/sync/event';
import { LiveValue } from '$lib/sync/live.browser';
import { agreementOf, counting, type Agreement, type Rule } from './agreement';
import { backupOf, largestBackup, readBackup, type BackupFault } from './backup';
import type { Age, BankRule, Promiser } from './bank';
import { bank } from './bank';
import { FamilyDevices, type FamilyLook } from './devices.browser';
import type { Deed, Detail, Says, Side } from './events';
import type { Invitation } from './invitation';
import { onePageAtATime } from './one-page.browser';
import { undoing } from './undo';
import { watchFamily } from './watch-family.browser';

/** What was done last, for the words beside "Rückgängig". */
type Done = 'added' | 'reworded' | 'takenOut' | 'broughtBack' | 'answered' | 'detail' | 'signed' | 'unsigned';

interface Undoable {
  readonly done: Done | 'begun' | 'wentOn';
  readonly deeds: readonly Deed[];
}

/** A family's agreement as this device has it: what it holds, and everything that can be done to it. */
export class FamilyAgreement {
  readonly #engine: Engine;
  readonly #devices: FamilyDevices;
  readonly #live: LiveValue<FamilyLook>;
  readonly agreement: Agreement = $derived.by(() => agreementOf(this.#look?.row));
  /** a deed could not be kept: the device has no room, or its database is closed */
  isFailed = $state(false);
  #undoables = $state.raw<readonly Undoable[]>([]);
  #turn: Promise<void> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#devices = new FamilyDevices({ engine, world, alone: onePageAtATime() });
    const watched = { engine, devices: this.#devices };
    this.#live = new LiveValue((next, fail) => watchFamily(watched, next, fail));
  }

  get #look(): FamilyLook | undefined {
    return this.#live.current;
  }

  /** The device has been asked: no agreement is none, and no longer "not yet". */
  get loaded(): boolean {
    return this.#live.loaded;
  }

  /** There is something to keep in a file, or to erase: an agreement, or times of a week. */
  get isWritten(): boolean {
    return this.agreement.id !== undefined || this.#look?.times !== undefined;
  }

  /** The devices that share it; nothing, where it is on this one alone. */
  get shared(): FamilyLook['current'] {
    return this.#look?.current;
  }

  /** How sharing it ended for this device, and how many entries no key of it opens. */
  get trouble(): Pick<FamilyLook, 'ended' | 'unreadable'> {
    return this.#look ?? { unreadable: 0 };
  }

  /** Begins to share it, under this name of the device. */
  connect(name: string): Promise<boolean> {
    return this.#guarded(() => this.#devices.connect(name));
  }

  /** Asks the server for what the other devices wrote, and sends what waits. */
  exchange(): Promise<void> {
    return this.#engine.exchange();
  }

  /** The part of an address behind the # that brings one more device, and how long it is good. */
  invite(): ReturnType<FamilyDevices['invite']> {
    return this.#devices.invite();
  }

  join(invitation: Invitation, name: string): Promise<boolean> {
    return this.#guarded(() => this.#devices.join(invitation, name));
  }

  /** Another device is shut out; this one: it goes on alone. */
  remove(member: string): Promise<boolean> {
    return this.#guarded(() => (member === this.shared?.me ? this.#devices.leave() : this.#devices.remove(member)));
  }

  /** What "Rückgängig" takes back; nothing where this page has done nothing yet. */
  get last(): Undoable['done'] | undefined {
    return this.#undoables.at(-1)?.done;
  }

  add(rule: BankRule): Promise<void> {
    return this.#write('added', { rule, by: bank[rule].by, on: true });
  }

  addOwn(words: string, by: Promiser): Promise<void> {
    return this.#write('added', { rule: newId(world), by, words, on: true });
  }

  reword({ rule }: Rule, words: string, by: Promiser): Promise<void> {
    return this.#write('reworded', { rule, by, words, on: true });
  }

  takeOut({ rule, by, words }: Rule): Promise<void> {
    return this.#write('takenOut', { rule, by, words, on: false });
  }

  bringBack({ rule, by, words }: Rule): Promise<void> {
    return this.#write('broughtBack', { rule, by, words, on: true });
  }

  answer({ rule, writing }: Rule, who: Side, { says, words }: { says: Says; words?: string }): Promise<void> {
    return this.#do('answered', (agreement) => [
      { type: 'rule.answered', data: { agreement, rule, who, says, about: writing, words } }
    ]);
  }

  setDetail(what: Exclude<Detail, 'age'>, text: string): Promise<void> {
    return this.#do('detail', (agreement) => [{ type: 'detail.written', data: { agreement, what, text } }]);
  }

  setAge(age: Age | ''): Promise<void> {
    return this.#do('detail', (agreement) => [{ type: 'detail.written', data: { agreement, what: 'age', text: age } }]);
  }

  /** One side signs the rules that count now. */
  sign(who: Side, { name, strokes }: { name: string; strokes: string }): Promise<void> {
    const writings = counting(this.agreement).map(({ writing }) => writing);
    return this.#do('signed', (agreement) => [
      {
        type: 'agreement.signed',
        data: { agreement, who, on: true, writings, name, strokes: strokes === '' ? undefined : strokes }
      }
    ]);
  }

  /** A signature is taken back, under whichever version it stands. */
  unsign(who: Side, { writings, name }: { writings: readonly SyncEvent['id'][]; name: string }): Promise<void> {
    return this.#do('unsigned', (agreement) => [
      { type: 'agreement.signed', data: { agreement, who, on: false, writings: [...writings], name } }
    ]);
  }

  /** A new, empty agreement. The one before stays among the earlier ones. */
  beginAnew(): Promise<void> {
    return this.#do('begun', () => [{ type: 'agreement.begun', data: { agreement: newId(world) } }]);
  }

  goOnWith(agreement: string): Promise<void> {
    return this.#do('wentOn', () => [{ type: 'agreement.begun', data: { agreement } }]);
  }

  /** Takes back what was done last on this page, then what was done before that. */
  async undo(): Promise<void> {
    const last = this.#undoables.at(-1);
    if (last === undefined || !(await this.#keep(last.deeds))) return;
    this.#undoables = this.#undoables.slice(0, -1);
  }

  /** Everything that this device holds of the family, as the text of a file. */
  async backup(): Promise<string> {
    return backupOf(await this.#devices.written(), world.now());
  }

  /**
   * Takes a file in, beside what is here: nothing is overwritten.
   * @returns why not, where it cannot be used; nothing, where the device could not keep it (`isFailed`)
   */
  async restore(file: Blob): Promise<BackupFault | 'restored' | undefined> {
    const read = readBackup(file.size > largestBackup ? '' : await file.text());
    if (!read.ok) return read.error;
    // What is here already is not kept twice. The file's agreement is the one in use then.
    if (!(await this.#guarded(() => this.#devices.bring(read.value)))) return undefined;
    const current = read.value.findLast(({ type }) => type === 'agreement.begun')?.data;
    const now = (await this.#devices.look()).row?.begun?.agreement;
    if (isBegun(current) && current.agreement !== now) await this.goOnWith(current.agreement);
    return 'restored';
  }

  /** Everything of the family goes from this device, for good. Says whether it has. */
  async erase(): Promise<boolean> {
    const isGone = await this.#guarded(() => this.#devices.erase());
    if (isGone) this.#undoables = [];
    return isGone;
  }

  #write(done: Done, data: { rule: string; by: Promiser; words?: string | undefined; on: boolean }): Promise<void> {
    return this.#do(done, (agreement) => [{ type: 'rule.written', data: { agreement, ...data } }]);
  }

  /** One after the other: the undoing of a deed is made of what stood just before it. */
  #do(done: Undoable['done'], make: (agreement: string) => readonly Deed[]): Promise<void> {
    this.#turn = this.#turn.then(() => this.#doNow(done, make));
    return this.#turn;
  }

  async #doNow(done: Undoable['done'], make: (agreement: string) => readonly Deed[]): Promise<void> {
    const before = await this.#devices.look().then(
      ({ row }) => row,
      () => undefined
    );
    const kept = before?.begun?.agreement;
    const agreement = kept ?? newId(world);
    const deeds = make(agreement);
    const begins = kept === undefined && deeds.every(({ type }) => type !== 'agreement.begun');
    const first: readonly Deed[] = begins ? [{ type: 'agreement.begun', data: { agreement } }] : [];
    if (!(await this.#keep([...first, ...deeds]))) return;
    const back = deeds.flatMap((deed) => undoing(before, deed) ?? []);
    if (back.length > 0) this.#undoables = [...this.#undoables, { done, deeds: back }];
  }

  #keep(deeds: readonly Deed[]): Promise<boolean> {
    return this.#guarded(() => this.#devices.write(deeds));
  }

  async #guarded(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.isFailed = false;
      return true;
    } catch {
      this.isFailed = true;
      return false;
    }
  }
}

const isBegun = (data: unknown): data is { agreement: string } =>
  typeof data === 'object' && data !== null && 'agreement' in data && typeof data.agreement === 'string';

/** The agreement, for every part of its page. */
export const [useFamily, provideFamily] = createContext<FamilyAgreement>();
