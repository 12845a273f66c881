import { expect, vi } from 'vitest';
import type { Store } from '$lib/store/open.server';

/** Tables that grow with the years. The rest (venues, groups, staff, tablets) a town counts in dozens. */
const growing = ['members', 'memberships', 'meetings', 'sessions', 'grants', 'audit_lines'];

/** Every statement that some work runs, and how SQLite would go about it. */
export async function plansOf(store: Store, work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(store.db, 'prepare');
  await work();
  // "Of none of them" is written as false: SQLite then looks at no row.
  const statements = prepare.mock.calls
    .map(([sql]) => sql)
    .filter((sql) => /^select/i.test(sql) && !/\(false/.test(sql));
  prepare.mockRestore();
  expect(statements.length).toBeGreaterThan(0);
  return statements.flatMap((sql) => {
    const unknown = Array.from({ length: sql.split('?').length - 1 }, () => null);
    const steps = store.db.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...unknown);
    return steps.map(({ detail }) => detail);
  });
}

/** Of those, the steps that read a growing table from end to end. */
export const scansOf = (plans: readonly string[]) =>
  plans.filter((step) => growing.some((table) => new RegExp(`^SCAN ${table}( |$)`).test(step)));
