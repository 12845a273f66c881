import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { attendanceMarked, type AttendanceStatus } from './events';

/** One thing somebody said about one person's attendance. */
export interface Mark {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  /** the mark that was shown when this one was made */
  readonly seen?: EventId;
  readonly status?: AttendanceStatus;
  /** minutes late, or minutes left early */
  readonly minutes?: number;
  readonly reason?: string;
}

/** What counts, and all that was said, in order of time. */
export interface Attendance {
  readonly meeting: string;
  readonly person: string;
  readonly status: AttendanceStatus;
  readonly minutes?: number;
  readonly reason?: string;
  readonly marks: readonly Mark[];
}

/** The key of a person's attendance at a meeting. */
export function attendanceKey(meeting: string, person: string): string {
  return `${meeting}|${person}`;
}

/** The last of the marks that says something about one register. */
function last<T>(marks: readonly Mark[], register: (mark: Mark) => T | undefined): T | undefined {
  return marks.map(register).findLast((value) => value !== undefined);
}

function counted(meeting: string, person: string, marks: readonly Mark[]): Attendance {
  const minutes = last(marks, (mark) => mark.minutes);
  const reason = last(marks, (mark) => mark.reason);
  return {
    meeting,
    person,
    status: last(marks, (mark) => mark.status) ?? 'open',
    ...(minutes === undefined ? {} : { minutes }),
    ...(reason === undefined ? {} : { reason }),
    marks
  };
}

/**
 * Status, minutes and reason are separate registers, each last writer wins; every mark stays with its
 * author. Key: `<meeting>|<person>`.
 */
export const attendance = projection<Attendance>('attendance', 1, [
  on(attendanceMarked, {
    keyOf: ({ stream, data }) => attendanceKey(subjectOf(stream), data.person),
    fold(row, { id, at, by, seen, stream, data: { person, status, minutes, reason } }) {
      const mark: Mark = {
        id,
        at,
        by,
        ...(seen === undefined ? {} : { seen }),
        ...(status === undefined ? {} : { status }),
        ...(minutes === undefined ? {} : { minutes }),
        ...(reason === undefined ? {} : { reason })
      };
      return counted(subjectOf(stream), person, withEntry(row?.marks ?? [], mark));
    }
  })
]);

/** The id that the next mark names as `seen`. */
export function shownMark(row: Attendance | undefined): EventId | undefined {
  return row?.marks.at(-1)?.id;
}

/**
 * Whether two people said different things without knowing of each other: their marks answer the same
 * `seen`, and nobody has looked at the later one since ("geprüft?").
 */
export function needsCheck({ marks }: Attendance): boolean {
  const latest = marks.at(-1);
  if (latest === undefined) return false;
  return marks.some(
    (mark) =>
      mark.id !== latest.id && mark.by !== latest.by && mark.seen === latest.seen && mark.status !== latest.status
  );
}
