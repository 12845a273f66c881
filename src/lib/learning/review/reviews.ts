import { subjectOf, type EventId } from '$lib/sync/event';
import { smaller, withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { reviewAnswered, type Recalled } from '../events';

interface Review {
  readonly id: EventId;
  readonly at: string;
  readonly how: Recalled;
}

/** How one question of a finished lesson went each time it came back to a person, in order of time. */
export interface Reviews {
  readonly person: string;
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly given: readonly Review[];
}

/**
 * All are kept, so that two tablets that were used offline agree afterwards: when a question comes back is reckoned from
 * its whole history (schedule.ts) and stands nowhere. Key: `<person>|<lesson>|<step>`.
 */
export const reviews = projection<Reviews>('reviews', 1, [
  on(reviewAnswered, {
    keyOf: ({ stream, data }) => `${subjectOf(stream)}|${data.lesson}|${data.step}`,
    fold(row, { id, at, stream, data: { course, lesson, step, how } }) {
      return {
        person: subjectOf(stream),
        course: smaller(row?.course, course),
        lesson,
        step,
        given: withEntry(row?.given ?? [], { id, at, how })
      };
    }
  })
]);
