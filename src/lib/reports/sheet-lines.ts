import type { AttendanceStatus } from '$lib/attendance/events';
import type { Lines } from '$lib/club/table-kind';
import type { GroupReport } from './report';
import { sheetName, type NameWords } from './sheet-name';

/** Words of the file, in the reader's language. */
export interface SheetWords extends NameWords {
  readonly person: string;
  readonly count: string;
  readonly minutes: string;
  readonly cancelled: string;
  mark(status: AttendanceStatus): string;
}

/** A group's sheet as lines of cells: people down, dates across. */
export function sheetLines({ meetings, people }: GroupReport, words: SheetWords): Lines {
  const head = [words.person, ...meetings.map(({ date }) => date), words.count, words.minutes];
  const lines = people.map((one) => [
    sheetName(one, words, ({ firstName, initial }) => `${firstName} ${initial}`.trim()),
    ...meetings.map(({ isCancelled, marks }) =>
      isCancelled ? words.cancelled : words.mark(marks[one.person] ?? 'open')
    ),
    one.meetings,
    one.minutes
  ]);
  return [head, ...lines];
}
