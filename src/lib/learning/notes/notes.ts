import { subjectOf, type EventId } from '$lib/sync/event';
import { byTime, smaller, withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { noteWritten } from '../events';

export interface NoteVersion {
  readonly id: EventId;
  readonly at: string;
  readonly text: string;
}

/** What somebody wrote for themselves at one step, every version in order of time. */
export interface Note {
  readonly person: string;
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly versions: readonly NoteVersion[];
}

/** Every version is kept, the last one counts. Key: `<person>|<lesson>|<step>`. */
export const notes = projection<Note>('notes', 1, [
  on(noteWritten, {
    keyOf: ({ stream, data }) => `${subjectOf(stream)}|${data.lesson}|${data.step}`,
    fold(row, { id, at, stream, data: { course, lesson, step, text } }) {
      return {
        person: subjectOf(stream),
        course: smaller(row?.course, course),
        lesson,
        step,
        versions: withEntry(row?.versions ?? [], { id, at, text })
      };
    }
  })
]);

const inTime = (rows: readonly Note[]): readonly NoteVersion[] => rows.flatMap(({ versions }) => versions).sort(byTime);

/** The note that counts; empty where there is none, or it was struck out. @param rows of one person, at one step */
export const noteText = (rows: readonly Note[]): string => inTime(rows).at(-1)?.text ?? '';

/** What stood there before, the latest first, each wording once: what another tablet wrote meanwhile is not lost. */
export function earlierNotes(rows: readonly Note[]): string[] {
  const texts = inTime(rows).map(({ text }) => text);
  return [...new Set(texts.reverse())].filter((text) => text !== '' && text !== noteText(rows));
}
