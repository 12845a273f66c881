import type { AttendanceStatus } from '$lib/attendance/events';
import { csvText } from '$lib/club/csv.server';
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

/** A group's sheet as CSV: people down, dates across. */
export function sheetFile({ meetings, people }: GroupReport, words: SheetWords): string {
  const head = [words.person, ...meetings.map(({ date }) => date), words.count, words.minutes];
  const lines = people.map(({ person, firstName, initial, meetings: count, minutes }) => [
    firstName === undefined ? words.unknown : `${firstName} ${initial}`.trim(),
    ...meetings.map(({ isCancelled, marks }) => (isCancelled ? words.cancelled : words.mark(marks[person] ?? 'open'))),
    count,
    minutes
  ]);
  return csvText([head, ...lines]);
}
