import { subjectOf, type EventId } from '$lib/sync/event';
import { smaller, withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { answerGiven } from './events';

export interface Answer {
  readonly id: EventId;
  readonly at: string;
  readonly choice: number;
  readonly right: boolean;
}

/** All answers of a person to one question, in order of time. */
export interface Answers {
  readonly person: string;
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly given: readonly Answer[];
}

/** The key of a person's answers to one question. */
export function answersKey(person: string, lesson: string, step: string): string {
  return `${person}|${lesson}|${step}`;
}

/** All are kept; the latest counts. Key: `<person>|<lesson>|<step>`. */
export const answers = projection<Answers>('answers', 1, [
  on(answerGiven, {
    keyOf: ({ stream, data }) => answersKey(subjectOf(stream), data.lesson, data.step),
    fold(row, { id, at, stream, data: { course, lesson, step, choice, right } }) {
      return {
        person: subjectOf(stream),
        course: smaller(row?.course, course),
        lesson,
        step,
        given: withEntry(row?.given ?? [], { id, at, choice, right })
      };
    }
  })
]);

/** The answer that counts. */
export function latestAnswer(row: Answers | undefined): Answer | undefined {
  return row?.given.at(-1);
}
