import type { SyncEvent } from '$lib/sync/event';
import { subjectOf } from '$lib/sync/event';
import { earliest, smaller } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { lessonCompleted, practiceCompleted, stepCompleted, type PracticeOutcome } from './events';

/** What a person has finished of one lesson. Stamps are those of the first time. */
export interface Progress {
  readonly person: string;
  readonly course: string;
  readonly lesson: string;
  /** by step */
  readonly steps: Readonly<Record<string, string>>;
  /** by step; once alone counts as alone */
  readonly practices: Readonly<Record<string, PracticeOutcome>>;
  readonly completedAt?: string;
}

interface Place {
  readonly course: string;
  readonly lesson: string;
}

const keyOf = (event: SyncEvent<Place>): string => progressKey(subjectOf(event.stream), event.data.lesson);

function begun(row: Progress | undefined, event: SyncEvent<Place>): Progress {
  const { course, lesson } = event.data;
  if (row === undefined) return { person: subjectOf(event.stream), course, lesson, steps: {}, practices: {} };
  return { ...row, course: smaller(row.course, course) };
}

/** The key of a person's progress in a lesson. */
export function progressKey(person: string, lesson: string): string {
  return `${person}|${lesson}`;
}

/** Grow-only: what is finished stays finished, and the first time counts. Key: `<person>|<lesson>`. */
export const progress = projection<Progress>('progress', 1, [
  on(stepCompleted, {
    keyOf,
    fold(row, event) {
      const kept = begun(row, event);
      const { step } = event.data;
      return { ...kept, steps: { ...kept.steps, [step]: earliest(kept.steps[step], event.at) } };
    }
  }),
  on(practiceCompleted, {
    keyOf,
    fold(row, event) {
      const kept = begun(row, event);
      const { step, outcome } = event.data;
      const best = kept.practices[step] === 'done' ? 'done' : outcome;
      return { ...kept, practices: { ...kept.practices, [step]: best } };
    }
  }),
  on(lessonCompleted, {
    keyOf,
    fold(row, event) {
      const kept = begun(row, event);
      return { ...kept, completedAt: earliest(kept.completedAt, event.at) };
    }
  })
]);

/** Rows of several entries that are one person, as one row a lesson: what either has finished is finished. */
export function asOne(rows: readonly Progress[]): readonly Progress[] {
  const byLesson = new Map<string, Progress>();
  for (const row of rows) {
    const before = byLesson.get(row.lesson);
    byLesson.set(row.lesson, before ? joined(before, row) : row);
  }
  return [...byLesson.values()];
}

function joined(one: Progress, other: Progress): Progress {
  const steps = { ...one.steps };
  for (const [step, at] of Object.entries(other.steps)) steps[step] = earliest(steps[step], at);
  const practices = { ...other.practices, ...one.practices };
  for (const [step, outcome] of Object.entries(other.practices)) if (outcome === 'done') practices[step] = 'done';
  const ends = [one.completedAt, other.completedAt].filter((at) => at !== undefined).sort();
  return { ...one, steps, practices, ...(ends[0] === undefined ? {} : { completedAt: ends[0] }) };
}
