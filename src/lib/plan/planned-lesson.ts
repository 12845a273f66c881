import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { later, smaller, withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { lessonDropped, lessonPlanned, lessonProposed, lessonReached, type Reach } from './events';

interface Entry {
  readonly id: EventId;
  readonly at: string;
  readonly by: string;
}

/** What is said of one lesson at one meeting: whether it is planned, how far it was reached, whether it comes next time. */
export interface PlannedLesson {
  readonly meeting: string;
  readonly course: string;
  readonly lesson: string;
  /** each time that it was put into the plan, in order of time */
  readonly plannings: readonly Entry[];
  /** what was taken back again, by its id */
  readonly dropped: readonly string[];
  readonly reached?: Entry & { readonly how: Reach };
  readonly proposed?: Entry & { readonly on: boolean };
}

interface Named {
  readonly course: string;
  readonly lesson: string;
}

export const plannedLessonKey = (meeting: string, lesson: string): string => `${meeting}|${lesson}`;

const keyOf = ({ stream, data }: SyncEvent<Named>): string => plannedLessonKey(subjectOf(stream), data.lesson);

function begun(row: PlannedLesson | undefined, { stream, data: { course, lesson } }: SyncEvent<Named>): PlannedLesson {
  if (row) return { ...row, course: smaller(row.course, course) };
  return { meeting: subjectOf(stream), course, lesson, plannings: [], dropped: [] };
}

/**
 * Planned wins over dropped: a dropping takes back only the plannings that it names. How far it was reached and whether it
 * comes next time are registers, each last writer wins. Key: `<meeting>|<lesson>`.
 */
export const plannedLesson = projection<PlannedLesson>('planned-lesson', 1, [
  on(lessonPlanned, {
    keyOf,
    fold(row, event) {
      const { id, at, by } = event;
      const kept = begun(row, event);
      return { ...kept, plannings: withEntry(kept.plannings, { id, at, by }) };
    }
  }),
  on(lessonDropped, {
    keyOf,
    fold(row, event) {
      const kept = begun(row, event);
      return { ...kept, dropped: [...new Set([...kept.dropped, ...event.data.plannings])].sort() };
    }
  }),
  on(lessonReached, {
    keyOf,
    fold(row, event) {
      const { id, at, by, data } = event;
      const kept = begun(row, event);
      return { ...kept, reached: later(kept.reached, { id, at, by, how: data.how }) };
    }
  }),
  on(lessonProposed, {
    keyOf,
    fold(row, event) {
      const { id, at, by, data } = event;
      const kept = begun(row, event);
      return { ...kept, proposed: later(kept.proposed, { id, at, by, on: data.on }) };
    }
  })
]);

/** The plannings that nobody has taken back. */
export const standingPlannings = ({ plannings, dropped }: PlannedLesson): readonly Entry[] =>
  plannings.filter(({ id }) => !dropped.includes(id));

export const isPlanned = (row: PlannedLesson): boolean => standingPlannings(row).length > 0;

export const reachOf = ({ reached }: PlannedLesson): Reach => reached?.how ?? 'open';

/** What came up at the meeting, wholly or in part. */
export const wasDealtWith = (row: PlannedLesson): boolean => reachOf(row) === 'done' || reachOf(row) === 'begun';

/** The lessons of a plan in the order in which they were put in; also what came up without having been planned. */
export function inPlan(rows: readonly PlannedLesson[]): PlannedLesson[] {
  const since = (row: PlannedLesson): string => standingPlannings(row)[0]?.at ?? row.reached?.at ?? '';
  return rows
    .filter((row) => isPlanned(row) || wasDealtWith(row))
    .sort((a, b) => since(a).localeCompare(since(b)) || a.lesson.localeCompare(b.lesson));
}

/** The lessons that are to come next time, in the order in which that was said. */
export function proposedNext(rows: readonly PlannedLesson[]): PlannedLesson[] {
  return rows
    .filter(({ proposed }) => proposed?.on)
    .sort((a, b) => (a.proposed?.at ?? '').localeCompare(b.proposed?.at ?? '') || a.lesson.localeCompare(b.lesson));
}
