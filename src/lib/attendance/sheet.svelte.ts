import type { Meeting } from '$lib/club/roster';
import type { Draft, SyncEvent } from '$lib/sync/event';
import type { Engine } from '$lib/sync/engine.browser';
import { attendance, attendanceKey, before, byPerson, isHere, type Attendance } from './attendance';
import { shown } from './contradiction';
import { attendanceMarked, meetingNoted, meetingOpened, type AttendanceStatus, type MarkData } from './events';
import { meetingNote, type MeetingNote } from './meeting-note';
import { meetingOpening } from './meeting-opening';

/** What a trainer says about one person. */
export type Saying = Omit<MarkData, 'also'>;

interface LastSaid {
  readonly said: readonly Saying[];
  readonly before: readonly Saying[];
  /** the marks that it made */
  readonly marks: readonly string[];
}

/** The attendance list of one meeting, as this device shows it, and what the trainer at it says. */
export class Sheet {
  readonly meeting: Pick<Meeting, 'id' | 'group' | 'date'>;
  /** The last that was said here, so that it can be taken back: about one person, or about several at once. */
  lastSaid = $state.raw<LastSaid>();
  readonly #engine: Engine;
  readonly #by: string;
  readonly #live;
  readonly #liveNote;
  readonly #rows = $derived.by(() => byPerson(this.#live.current ?? []));
  /** Somebody has opened the meeting, or this list is about to. */
  #isOpen = false;

  constructor(engine: Engine, meeting: Pick<Meeting, 'id' | 'group' | 'date'>, by: string) {
    this.meeting = meeting;
    this.#engine = engine;
    this.#by = by;
    this.#live = engine.live(attendance, { prefix: attendanceKey(meeting.id, '') });
    this.#liveNote = engine.live(meetingNote, { key: meeting.id });
  }

  /** The device's rows have been read: nobody is "not here yet" because of a moment's wait. */
  get loaded(): boolean {
    return this.#live.loaded;
  }

  get note(): MeetingNote | undefined {
    return this.#liveNote.current;
  }

  of(person: string): Attendance | undefined {
    return this.#rows.get(person);
  }

  statusOf(person: string): AttendanceStatus {
    return this.of(person)?.status ?? 'open';
  }

  /** Records marks, all or none. The first ones open the meeting, in the same transaction. */
  async say(...sayings: readonly Saying[]): Promise<void> {
    const was = sayings.map((saying) => before(this.of(saying.person), saying));
    const made = await this.#record(
      sayings.map((saying): Omit<Draft, 'stream' | 'by'> => {
        const { also, seen } = shown(this.of(saying.person));
        return { type: attendanceMarked.type, seen, data: { ...saying, ...(also ? { also } : {}) } };
      })
    );
    this.lastSaid = { said: sayings, before: was, marks: made.map(({ id }) => id) };
  }

  /** One tap: there, or back to "not yet". */
  async toggle(person: string): Promise<void> {
    await this.say({ person, status: isHere(this.statusOf(person)) ? 'open' : 'present' });
  }

  /** Everybody is there: said of those alone of whom nobody has said anything. */
  async allHere(people: readonly string[]): Promise<void> {
    const open = people.filter((person) => this.statusOf(person) === 'open');
    if (open.length > 0) await this.say(...open.map((person) => ({ person, status: 'present' as const })));
  }

  /** Takes the last saying back, but for those of whom somebody has said more since. The marks stay in the history. */
  async undo(): Promise<void> {
    const last = this.lastSaid;
    if (!last) return;
    const isLast = (person: string) => last.marks.includes(this.of(person)?.marks.at(-1)?.id ?? '');
    const back = last.before.filter(({ person }) => isLast(person));
    if (back.length > 0) await this.say(...back);
    this.lastSaid = undefined;
  }

  async writeNote(text: string): Promise<void> {
    await this.#record([{ type: meetingNoted.type, seen: this.note?.versions.at(-1)?.id, data: { text } }]);
  }

  async #record(drafts: readonly Omit<Draft, 'stream' | 'by'>[]): Promise<SyncEvent[]> {
    const all = [...(await this.#opening()), ...drafts];
    return this.#engine.record(all.map((draft) => ({ ...draft, stream: `meeting/${this.meeting.id}`, by: this.#by })));
  }

  /** What opens the meeting, once: asked of the database, because a live value is read by nobody here. */
  async #opening(): Promise<Omit<Draft, 'stream' | 'by'>[]> {
    if (this.#isOpen) return [];
    this.#isOpen = true;
    const { id, group, date } = this.meeting;
    if (await this.#engine.row(meetingOpening, id)) return [];
    return [{ type: meetingOpened.type, seen: undefined, data: { group, date } }];
  }
}
