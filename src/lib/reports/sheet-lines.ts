import type { AttendanceStatus } from '$lib/attendance/events';
import type { Lines } from '$lib/club/table-kind';
import type { GroupReport, SheetMeeting } from './report';
import { sheetName, type NameWords } from './sheet-name';

/** Words of the file, in the reader's language. */
export interface SheetWords extends NameWords {
  readonly person: string;
  readonly count: string;
  readonly minutes: string;
  readonly cancelled: string;
  mark(status: AttendanceStatus): string;
  /** of a mark that was changed after the list was closed */
  corrected(mark: string): string;
}

function cellOf({ isCancelled, marks, corrected }: SheetMeeting, person: string, words: SheetWords): string {
  if (isCancelled) return words.cancelled;
  const mark = words.mark(marks[person] ?? 'open');
  return corrected.includes(person) ? words.corrected(mark) : mark;
}

/** A group's sheet as lines of cells: people down, dates across. */
export function sheetLines({ meetings, people }: GroupReport, words: SheetWords): Lines {
  const head = [words.person, ...meetings.map(({ date }) => date), words.count, words.minutes];
  const lines = people.map((one) => [
    sheetName(one, words, ({ firstName, initial }) => `${firstName} ${initial}`.trim()),
    ...meetings.map((meeting) => cellOf(meeting, one.person, words)),
    one.meetings,
    one.minutes
  ]);
  return [head, ...lines];
}
