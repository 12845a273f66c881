import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { attendanceMarked, type AttendanceStatus, type MarkData } from './events';

/** What a mark says: each of these is a register by itself. */
export type Registers = Omit<MarkData, 'person' | 'also' | 'tablet' | 'closing' | 'why'>;

/** One thing somebody said about one person's attendance. */
export interface Mark extends Registers {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  /** the mark that was shown when this one was made */
  readonly seen?: EventId;
  /** others that were shown then, beside the one that it answers */
  readonly also?: readonly string[];
  /** the club tablet that it was made on */
  readonly tablet?: string;
  /** of a correction: the closing that was known, and why it was changed all the same */
  readonly closing?: string;
  readonly why?: string;
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
export function counted(marks: readonly Registers[]): Registers & { readonly status: AttendanceStatus } {
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

/** What a mark says of its own making. */
function around({
  also,
  tablet,
  closing,
  why
}: Omit<MarkData, 'person'>): Pick<Mark, 'also' | 'tablet' | 'closing' | 'why'> {
  return {
    ...(also === undefined ? {} : { also }),
    ...(tablet === undefined ? {} : { tablet }),
    ...(closing === undefined ? {} : { closing }),
    ...(why === undefined ? {} : { why })
  };
}

/** What was shown when a mark was made. */
export const countedBefore = (marks: readonly Mark[], { seen }: Pick<Mark, 'seen'>): Registers =>
  counted(marks.slice(0, marks.findIndex(({ id }) => id === seen) + 1));

/**
 * Status, minutes, reason and note are separate registers, each last writer wins; every mark stays with its author.
 * Key: `<meeting>|<person>`.
 */
export const attendance = projection<Attendance>('attendance', 3, [
  on(attendanceMarked, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold(row, { id, at, by, seen, stream, data: { person, ...says } }) {
      const mark: Mark = { id, at, by, ...(seen === undefined ? {} : { seen }), ...around(says), ...registers(says) };
      const marks = withEntry(row?.marks ?? [], mark);
      return { meeting: subjectOf(stream), person, ...counted(marks), marks };
    }
  })
]);

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
export function before(row: Registers | undefined, { person, ...says }: MarkData): MarkData {
  return {
    person,
    ...('status' in says ? { status: row?.status ?? 'open' } : {}),
    ...('minutes' in says ? { minutes: row?.minutes ?? 0 } : {}),
    ...('early' in says ? { early: row?.early ?? 0 } : {}),
    ...('reason' in says ? { reason: row?.reason ?? '' } : {}),
    ...('note' in says ? { note: row?.note ?? '' } : {})
  };
}
