import type { Meeting } from '$lib/club/roster';
import type { Draft } from '$lib/sync/event';
import type { Engine } from '$lib/sync/engine.browser';
import { attendance, attendanceKey, shownMark, type Attendance } from './attendance';
import { attendanceMarked, meetingOpened, type AttendanceStatus } from './events';
import { meetingOpening } from './meeting-opening';

/** What a trainer says about one person; `minutes` late or left early. */
export interface Saying {
  person: string;
  status: AttendanceStatus;
  minutes?: number;
}

/** The attendance list of one meeting, as this device shows it, and what the trainer at it says. */
export class Sheet {
  readonly meeting: Meeting;
  /** The last thing said here, so that it can be taken back. */
  lastSaid = $state.raw<{ said: Saying; before: Saying }>();
  readonly #engine: Engine;
  readonly #by: string;
  readonly #rows;
  /** Somebody has opened the meeting, or this list is about to. */
  #isOpen = false;

  constructor(engine: Engine, meeting: Meeting, by: string) {
    this.meeting = meeting;
    this.#engine = engine;
    this.#by = by;
    this.#rows = engine.live(attendance, { prefix: attendanceKey(meeting.id, '') });
  }

  of(person: string): Attendance | undefined {
    return this.#rows.current?.find((row) => row.person === person);
  }

  statusOf(person: string): AttendanceStatus {
    return this.of(person)?.status ?? 'open';
  }

  /** Records a mark. The first one opens the meeting, in the same transaction. */
  async say(saying: Saying): Promise<void> {
    const row = this.of(saying.person);
    this.lastSaid = {
      said: saying,
      before: { person: saying.person, status: row?.status ?? 'open', ...minutesOf(row) }
    };
    const mark: Draft = {
      stream: `meeting/${this.meeting.id}`,
      type: attendanceMarked.type,
      by: this.#by,
      seen: shownMark(row),
      data: { ...saying }
    };
    await this.#engine.record([...(await this.#opening()), mark]);
  }

  /** What opens the meeting, once: asked of the database, because a live value is read by nobody here. */
  async #opening(): Promise<Draft[]> {
    if (this.#isOpen) return [];
    this.#isOpen = true;
    const { id, group, date } = this.meeting;
    if (await this.#engine.row(meetingOpening, id)) return [];
    return [{ stream: `meeting/${id}`, type: meetingOpened.type, by: this.#by, data: { group, date } }];
  }

  /** One tap: there, or back to "not yet". */
  async toggle(person: string): Promise<void> {
    await this.say({ person, status: isHere(this.statusOf(person)) ? 'open' : 'present' });
  }

  /** Takes the last saying back; the mark itself stays in the history. */
  async undo(): Promise<void> {
    const last = this.lastSaid;
    if (!last) return;
    await this.say(last.before);
    this.lastSaid = undefined;
  }
}

/** Whether somebody counts as having been in the room. */
export const isHere = (status: AttendanceStatus): boolean =>
  status === 'present' || status === 'late' || status === 'left-early';

const minutesOf = (row: Attendance | undefined): { minutes?: number } =>
  row?.minutes === undefined ? {} : { minutes: row.minutes };
