import { asc, count, desc, isNull, max } from 'drizzle-orm';
import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import { unclearSteps } from '../schema.server';
import type { UnclearStep } from './report';

/** Keeps that a step is too hard, or that it was taken back. In any order and however often they come, the same stands. */
export async function keepUnclear(
  { store, world }: { store: Store; world: World },
  { id, course, lesson, step, locale, withdrawn }: UnclearStep
): Promise<void> {
  const now = world.now();
  const row = { id, course, lesson, step, locale, receivedAt: now, withdrawnAt: withdrawn ? now : null };
  const insert = store.orm.insert(unclearSteps).values(row);
  if (withdrawn) insert.onConflictDoUpdate({ target: unclearSteps.id, set: { withdrawnAt: now } }).run();
  else insert.onConflictDoNothing().run();
}

/** How often a step was not understood. */
export interface UnclearCount {
  /** `<course>/<lesson>/<step>` */
  id: string;
  course: string;
  lesson: string;
  step: string;
  times: number;
  /** the last time; UTC milliseconds */
  lastAt: number;
}

/** The steps that were not understood most often come first. */
const mostShown = 50;

/** All that was said and not taken back, by step. */
export async function listUnclear(store: Store): Promise<UnclearCount[]> {
  const { course, lesson, step, receivedAt, withdrawnAt } = unclearSteps;
  const [times, lastAt] = [count(), max(receivedAt)];
  const rows = store.orm
    .select({ course, lesson, step, times, lastAt })
    .from(unclearSteps)
    .where(isNull(withdrawnAt))
    .groupBy(course, lesson, step)
    .orderBy(desc(times), desc(lastAt), asc(lesson), asc(step))
    .limit(mostShown)
    .all();
  return rows.map((row) => ({ ...row, lastAt: row.lastAt ?? 0, id: `${row.course}/${row.lesson}/${row.step}` }));
}
