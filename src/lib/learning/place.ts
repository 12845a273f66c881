import { subjectOf, type EventId } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { placeMoved } from './events';

/** Where a person finds themselves next time. */
export interface ResumePlace {
  readonly person: string;
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly at: string;
  readonly id: EventId;
}

/** The last place wins. Key: `<person>`. */
export const place = projection<ResumePlace>('place', 1, [
  on(placeMoved, {
    keyOf: (event) => subjectOf(event.stream),
    fold(row, { id, at, stream, data: { course, lesson, step } }) {
      return later(row, { person: subjectOf(stream), course, lesson, step, at, id });
    }
  })
]);

/** Of several entries that are one person, where they were last. */
export function latest(places: readonly ResumePlace[]): ResumePlace | undefined {
  const [first, ...rest] = places;
  return first && rest.reduce((last, next) => later(last, next), first);
}
