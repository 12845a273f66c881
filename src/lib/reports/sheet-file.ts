import Papa from 'papaparse';
import type { AttendanceStatus } from '$lib/attendance/events';
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

/**
 * A group's sheet as CSV: people down, dates across. With semicolons and a mark of its encoding, as Excel in Germany
 * opens it; what a spreadsheet would calculate with begins with an apostrophe, so that it stays text.
 */
export function sheetFile({ meetings, people }: GroupReport, words: SheetWords): string {
  const head = [words.person, ...meetings.map(({ date }) => date), words.count, words.minutes];
  const lines = people.map(({ person, firstName, initial, meetings: count, minutes }) => [
    firstName === undefined ? words.unknown : `${firstName} ${initial}`.trim(),
    ...meetings.map(({ isCancelled, marks }) => (isCancelled ? words.cancelled : words.mark(marks[person] ?? 'open'))),
    count,
    minutes
  ]);
  const text = Papa.unparse([head, ...lines], { delimiter: ';', newline: '\r\n', escapeFormulae: true });
  return `\ufeff${text}\r\n`;
}
