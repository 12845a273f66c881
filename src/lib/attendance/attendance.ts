import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { attendanceMarked, type AttendanceStatus, type MarkData } from './events';

/** What a mark says: each of these is a register by itself. */
export type Registers = Omit<MarkData, 'person' | 'also'>;

/** One thing somebody said about one person's attendance. */
export interface Mark extends Registers {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  /** the mark that was shown when this one was made */
  readonly seen?: EventId;
  /** others that were shown then, beside the one that it answers */
  readonly also?: readonly string[];
}

/** What counts, and all that was said, in order of time. */
export interface Attendance extends Registers {
  readonly meeting: string;
  readonly person: string;
  readonly status: AttendanceStatus;
  readonly marks: readonly Mark[];
}

/** The key of a person's attendance at a meeting. */
export function attendanceKey(meeting: string, person: string): string {
  return `${meeting}|${person}`;
}

/** What counts of some marks in order of time: of each register the last that was said. */
function counted(marks: readonly Registers[]): Registers & { readonly status: AttendanceStatus } {
  return marks.reduce<Registers & { status: AttendanceStatus }>(
    (kept, { status = kept.status, ...says }) => ({ ...kept, ...registers(says), status }),
    { status: 'open' }
  );
}

/** Only the registers of a mark, and of them only those that it says something about. */
function registers({ status, minutes, early, reason, note }: Registers): Registers {
  return {
    ...(status === undefined ? {} : { status }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(early === undefined ? {} : { early }),
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note })
  };
}

/**
 * Status, minutes, reason and note are separate registers, each last writer wins; every mark stays with its author.
 * Key: `<meeting>|<person>`.
 */
export const attendance = projection<Attendance>('attendance', 2, [
  on(attendanceMarked, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold(row, { id, at, by, seen, stream, data: { person, also, ...says } }) {
      const known = { ...(seen === undefined ? {} : { seen }), ...(also === undefined ? {} : { also }) };
      const mark: Mark = { id, at, by, ...known, ...registers(says) };
      const marks = withEntry(row?.marks ?? [], mark);
      return { meeting: subjectOf(stream), person, ...counted(marks), marks };
    }
  })
]);

/** A meeting's rows, each under its person. */
export const byPerson = (rows: readonly Attendance[]): ReadonlyMap<string, Attendance> =>
  new Map(rows.map((row) => [row.person, row]));

/** Whether somebody counts as having been in the room. */
export const isHere = (status: AttendanceStatus): boolean =>
  status === 'present' || status === 'late' || status === 'left-early';

/** How many minutes somebody missed at the start and at the end, as far as it is known. */
export function missed({ status, minutes = 0, early = 0 }: Registers): { late: number; early: number } {
  if (status === 'late') return { late: minutes, early };
  return { late: 0, early: status === 'left-early' ? minutes : 0 };
}

/**
 * What is said when somebody came late or left early: who did both keeps both. 0 minutes: nobody knows how many.
 */
export function partly(
  row: Registers | undefined,
  { status, minutes }: { status: 'late' | 'left-early'; minutes: number }
): Registers {
  const before = missed(row ?? {});
  if (status === 'late') return { status, minutes, early: before.early };
  return row?.status === 'late'
    ? { status: 'late', minutes: before.late, early: minutes }
    : { status, minutes, early: 0 };
}

/** What a saying would have to say to bring back what it changes. */
export function before(row: Attendance | undefined, { person, ...says }: MarkData): MarkData {
  return {
    person,
    ...('status' in says ? { status: row?.status ?? 'open' } : {}),
    ...('minutes' in says ? { minutes: row?.minutes ?? 0 } : {}),
    ...('early' in says ? { early: row?.early ?? 0 } : {}),
    ...('reason' in says ? { reason: row?.reason ?? '' } : {}),
    ...('note' in says ? { note: row?.note ?? '' } : {})
  };
}
