import { subjectOf, type EventId } from '$lib/sync/event';
import { withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { wordsWritten, type WordPart } from './events';

export interface WordsEntry {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
  readonly text: string;
  /** the entries that this one stands for now */
  readonly replaces: readonly EventId[];
}

/** Everything that was written of one kind about a meeting, in order of time; nothing of it is ever lost. */
export interface MeetingWords {
  readonly meeting: string;
  readonly part: WordPart;
  readonly entries: readonly WordsEntry[];
}

export const meetingWordsKey = (meeting: string, part: WordPart | ''): string => `${meeting}|${part}`;

/** Key: `<meeting>|<part>`. */
export const meetingWords = projection<MeetingWords>('meeting-words', 1, [
  on(wordsWritten, {
    keyOf: ({ stream, data }) => meetingWordsKey(subjectOf(stream), data.part),
    fold: (row, { id, at, by, stream, data: { part, text, replaces = [] } }) => ({
      meeting: subjectOf(stream),
      part,
      entries: withEntry(row?.entries ?? [], { id, at, by, text, replaces })
    })
  })
]);

const replacedIn = (row: MeetingWords): ReadonlySet<string> => new Set(row.entries.flatMap(({ replaces }) => replaces));

/** The notes that count: those that no other one has taken the place of. Two who wrote at once stand side by side. */
export function standingWords(row: MeetingWords | undefined): WordsEntry[] {
  if (!row) return [];
  const replaced = replacedIn(row);
  return row.entries.filter(({ id, text }) => text !== '' && !replaced.has(id));
}

/** What stood there before. */
export function earlierWords(row: MeetingWords | undefined): WordsEntry[] {
  if (!row) return [];
  const replaced = replacedIn(row);
  return row.entries.filter(({ id, text }) => text !== '' && replaced.has(id));
}
