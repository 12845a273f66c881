import type { AttendanceStatus } from '$lib/attendance/events';
import type { Lines } from '$lib/club/table-kind';
import type { GroupReport } from './report';

/** Words of the file, in the reader's language. */
export interface SheetWords {
  readonly person: string;
  readonly count: string;
  readonly minutes: string;
  readonly unknown: string;
  readonly cancelled: string;
  mark(status: AttendanceStatus): string;
}

/** A group's sheet as lines of cells: people down, dates across. */
export function sheetLines({ meetings, people }: GroupReport, words: SheetWords): Lines {
  const head = [words.person, ...meetings.map(({ date }) => date), words.count, words.minutes];
  const lines = people.map(({ person, firstName, initial, meetings: count, minutes }) => [
    firstName === undefined ? words.unknown : `${firstName} ${initial}`.trim(),
    ...meetings.map(({ isCancelled, marks }) => (isCancelled ? words.cancelled : words.mark(marks[person] ?? 'open'))),
    count,
    minutes
  ]);
  return [head, ...lines];
}
