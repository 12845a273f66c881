import type { Meeting } from '$lib/club/roster';
import type { EventId, SyncEvent } from '$lib/sync/event';
import type { Engine } from '$lib/sync/engine.browser';
import { attendance, attendanceKey, before, isHere } from './attendance';
import { closedBy, sheetClosing, tailsOf, type Closed } from './closing';
import { shown } from './contradiction';
import {
  attendanceMarked,
  guestAdded,
  headsCounted,
  meetingNoted,
  meetingOpened,
  sheetClosed,
  sheetReopened,
  tallyTaken,
  type AttendanceStatus,
  type MarkData,
  type TallyData
} from './events';
import { guestSaid, type GuestWord, type NamedGuest, type Said } from './guest-word';
import { guests, type Guest } from './guests';
import { headCount, type HeadCount } from './head-count';
import { meetingNote, type MeetingNote } from './meeting-note';
import { meetingOpening, type MeetingOpening } from './meeting-opening';
import { isProposed, presenceProposal } from './presence-proposal';
import { unitMinutes, type FigureRules } from './rules';
import { shownRows, type ShownRow } from './standing';
import { steadyRows } from './steady-rows';
import { tally, type Tally } from './tally';

/** What a trainer says about one person. */
export type Saying = Omit<MarkData, 'also' | 'tablet' | 'closing' | 'why'>;

/** Who is at the list, and what the device knows around it now. */
interface Around {
  /** `staff/<id>` */
  readonly by: string;
  planned(): Pick<Meeting, 'group' | 'date' | 'start' | 'end'> | undefined;
  /** the club tablet, where it is one */
  tablet(): string | undefined;
  /** the person that an id is read as, where two entries are one person */
  keptOf(this: void, id: string): string;
  /** who is at the list does not train the group */
  isStandIn(): boolean;
}

interface LastSaid {
  readonly said: readonly Saying[];
  readonly before: readonly Saying[];
  /** the marks that it made */
  readonly marks: readonly string[];
  readonly guest?: GuestWord | undefined;
  /** the adding of a guest, where it was one */
  readonly adding?: EventId | undefined;
}

/** What is to be said of a closed list, and waits for its reason. */
interface Unreasoned {
  readonly sayings: readonly Saying[];
  readonly guest?: GuestWord | undefined;
}

/** The attendance list of one meeting, as this device shows it, and what the trainer at it says. */
export class Sheet {
  /** The last that was said here, so that it can be taken back: about one person, or about several at once. */
  lastSaid = $state.raw<LastSaid>();
  unreasoned = $state.raw<Unreasoned>();
  readonly #engine: Engine;
  readonly #meeting: string;
  readonly #around: Around;
  readonly #live;
  readonly #liveNote;
  readonly #liveClosing;
  readonly #liveGuests;
  readonly #liveHeads;
  readonly #liveTally;
  readonly #liveOpening;
  readonly #liveProposals;
  readonly #closed = $derived.by(() => closedBy(this.#liveClosing.current));
  readonly #rows = $derived.by(() => {
    this.#shown = steadyRows(this.#shown, shownRows(this.#live.current ?? [], this.#closed, this.#around.keptOf));
    return this.#shown;
  });
  /** what `#rows` was before */
  #shown: ReadonlyMap<string, ShownRow> | undefined;
  /** Somebody has opened the meeting, or this list is about to. */
  #isOpen = false;

  constructor(engine: Engine, meeting: string, around: Around) {
    this.#engine = engine;
    this.#meeting = meeting;
    this.#around = around;
    const prefix = attendanceKey(meeting, '');
    this.#live = engine.live(attendance, { prefix });
    this.#liveGuests = engine.live(guests, { prefix });
    this.#liveProposals = engine.live(presenceProposal, { prefix });
    this.#liveOpening = engine.live(meetingOpening, { key: meeting });
    this.#liveHeads = engine.live(headCount, { key: meeting });
    this.#liveTally = engine.live(tally, { key: meeting });
    this.#liveNote = engine.live(meetingNote, { key: meeting });
    this.#liveClosing = engine.live(sheetClosing, { key: meeting });
  }

  /** The device's rows have been read: nobody is "not here yet" because of a moment's wait. */
  get loaded(): boolean {
    return this.#live.loaded && this.#liveClosing.loaded;
  }

  get note(): MeetingNote | undefined {
    return this.#liveNote.current;
  }

  get guests(): readonly Guest[] {
    return this.#liveGuests.current ?? [];
  }

  get heads(): HeadCount | undefined {
    return this.#liveHeads.current;
  }

  get tally(): Tally | undefined {
    return this.#liveTally.current;
  }

  get opening(): MeetingOpening | undefined {
    return this.#liveOpening.current;
  }

  get closed(): Closed | undefined {
    return this.#closed;
  }

  of(person: string): ShownRow | undefined {
    return this.#rows.get(person);
  }

  statusOf(person: string): AttendanceStatus {
    return this.of(person)?.status ?? 'open';
  }

  /** Whether somebody said "Ich bin da" on a club tablet, and a trainer's word is still missing. */
  isProposed(person: string): boolean {
    const proposal = this.#liveProposals.current?.find((one) => this.#around.keptOf(one.person) === person);
    return isProposed(proposal, this.of(person)?.marks ?? []);
  }

  /** Records marks, all or none. Of a closed list they wait for their reason first. */
  async say(...sayings: readonly Saying[]): Promise<void> {
    await this.#tell({ sayings });
  }

  /** Records what waited for its reason, as a correction that stays to be seen. */
  async giveReason(why: string): Promise<void> {
    const waiting = this.unreasoned;
    this.unreasoned = undefined;
    const closing = this.closed?.first.id;
    if (waiting) await this.#mark(waiting, closing === undefined ? {} : { closing, why });
  }

  /** One tap: there, or back to "not yet". */
  async toggle(person: string): Promise<void> {
    await this.say({ person, status: isHere(this.statusOf(person)) ? 'open' : 'present' });
  }

  /** Says of several at once that they are there. */
  async sayHere(people: readonly string[]): Promise<void> {
    if (people.length > 0) await this.say(...people.map((person) => ({ person, status: 'present' as const })));
  }

  /** Takes the last saying back, but for those of whom somebody has said more since. The marks stay in the history. */
  async undo(): Promise<void> {
    const last = this.lastSaid;
    if (!last) return;
    const isLast = (person: string) => last.marks.includes(this.of(person)?.marks.at(-1)?.id ?? '');
    const back = last.before.filter(({ person }) => isLast(person));
    this.lastSaid = undefined;
    const { guest, adding } = last;
    if (guest?.kind === 'struck') await this.#tell({ sayings: last.before, guest: { ...guest, kind: 'added' } });
    else if (guest && adding) await this.removeGuest({ ...guest, adding });
    else if (back.length > 0) await this.say(...back);
    this.lastSaid = undefined;
  }

  async writeNote(text: string): Promise<void> {
    await this.#record([{ type: meetingNoted.type, seen: this.note?.versions.at(-1)?.id, data: { text } }]);
  }

  /** Somebody who is no member is here; or is here all the same, though they were struck out. */
  async addGuest({ person, firstName }: NamedGuest): Promise<void> {
    await this.#tell({ sayings: [{ person, status: 'present' }], guest: { kind: 'added', person, firstName } });
  }

  /**
   * Strikes a guest out, and that they were here: figures count marks. Where another one has added them as well, they
   * stay.
   */
  async removeGuest({ person, firstName, adding }: NamedGuest & { readonly adding: EventId }): Promise<void> {
    await this.#tell({ sayings: [{ person, status: 'open' }], guest: { kind: 'struck', person, firstName, adding } });
  }

  /** Who asked at the door is no guest of this list: they are marked by their name, or have gone. */
  async settleAsking({ person, asking }: { readonly person: string; readonly asking: EventId }): Promise<void> {
    await this.#record([guestSaid({ kind: 'struck', person, adding: asking })]);
  }

  async countHeads(count: number, estimated: boolean): Promise<void> {
    const data = { count, ...(estimated ? { estimated } : {}) };
    await this.#record([{ type: headsCounted.type, seen: this.heads?.counts.at(-1)?.id, data }]);
  }

  async takeTally(data: TallyData): Promise<void> {
    await this.#record([{ type: tallyTaken.type, seen: this.tally?.takings.at(-1)?.id, data }]);
  }

  /** Closes the list as it stands on this device, with the rules that its figures are reckoned by from now on. */
  async close(rules: FigureRules): Promise<void> {
    const rows = await this.#engine.rows(attendance, { prefix: attendanceKey(this.#meeting, '') });
    await this.#record([{ type: sheetClosed.type, seen: undefined, data: { ...rules, marks: tailsOf(rows) } }]);
    this.lastSaid = undefined;
  }

  async reopen(why: string): Promise<void> {
    await this.#record([{ type: sheetReopened.type, seen: this.closed?.first.id, data: { why } }]);
  }

  /** Says it; of a closed list it waits for its reason first. */
  async #tell(saying: Unreasoned): Promise<void> {
    if (this.closed) this.unreasoned = saying;
    else await this.#mark(saying);
  }

  async #mark({ sayings, guest }: Unreasoned, more: Pick<MarkData, 'closing' | 'why'> = {}): Promise<void> {
    const was = sayings.map((saying) => before(this.of(saying.person), saying));
    const made = await this.#record([
      ...(guest ? [guestSaid(guest)] : []),
      ...sayings.map((saying) => this.#saidOf(saying, more))
    ]);
    const marks = made.filter(({ type }) => type === attendanceMarked.type).map(({ id }) => id);
    const adding = made.find(({ type }) => type === guestAdded.type)?.id;
    this.lastSaid = { said: sayings, before: was, marks, guest, adding };
  }

  /** A saying as a mark: with what is shown of the person now, and the tablet that it is made on. */
  #saidOf(saying: Saying, more: Pick<MarkData, 'closing' | 'why'> = {}): Said {
    const { also, seen } = shown(this.of(saying.person));
    const tablet = this.#around.tablet();
    const data = { ...saying, ...more, ...(also ? { also } : {}), ...(tablet ? { tablet } : {}) };
    return { type: attendanceMarked.type, seen, data };
  }

  async #record(all: readonly Said[]): Promise<SyncEvent[]> {
    const stream = `meeting/${this.#meeting}`;
    const { by } = this.#around;
    return this.#engine.record([...(await this.#opening()), ...all].map((said) => ({ ...said, stream, by })));
  }

  /** What opens the meeting, once: asked of the database, because a live value is read by nobody here. */
  async #opening(): Promise<Said[]> {
    const planned = this.#around.planned();
    if (this.#isOpen || planned === undefined) return [];
    this.#isOpen = true;
    if (await this.#engine.row(meetingOpening, this.#meeting)) return [];
    const { group, date, start, end } = planned;
    const opening = { group, date, start, end, unitMinutes };
    return [
      {
        type: meetingOpened.type,
        seen: undefined,
        data: { ...opening, ...(this.#around.isStandIn() ? { standIn: true } : {}) }
      }
    ];
  }
}
