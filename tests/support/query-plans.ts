import { expect, vi } from 'vitest';
import type { Store } from '$lib/store/open.server';

/** Tables that grow with the years. The rest (venues, groups, staff, tablets) a town counts in dozens. */
const growing = ['members', 'memberships', 'meetings', 'sessions', 'grants', 'audit_lines'];

/** Every statement that some work runs, and how SQLite would go about it. There has to be one. */
export async function plansOf(store: Store, work: () => Promise<unknown>): Promise<string[]> {
  const plans = await plansIn(store, work);
  expect(plans.length).toBeGreaterThan(0);
  return plans;
}

/** The same of work that may ask nothing of the database. */
export async function plansIn(store: Store, work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(store.db, 'prepare');
  try {
    await work();
    // "Of none of them" is written as false: SQLite then looks at no row.
    const statements = prepare.mock.calls
      .map(([sql]) => sql)
      .filter((sql) => /^select/i.test(sql) && !/\(false|where false/.test(sql));
    prepare.mockRestore();
    return statements.flatMap((sql) => planOf(store, sql));
  } finally {
    prepare.mockRestore();
  }
}

function planOf({ db }: Store, sql: string): string[] {
  const unknown = Array.from({ length: sql.split('?').length - 1 }, () => null);
  const named = Object.fromEntries([...sql.matchAll(/[:@]([a-z]\w*)/gi)].map(([, name = '']) => [name, null]));
  const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  return plan.all(...unknown, ...(Object.keys(named).length > 0 ? [named] : [])).map(({ detail }) => detail);
}

/** Of those, the steps that read a growing table from end to end. */
export const scansOf = (plans: readonly string[]) =>
  plans.filter((step) => growing.some((table) => new RegExp(`^SCAN ${table}( |$)`).test(step)));
