import type { ShownRow } from './standing';

type Rows = ReadonlyMap<string, ShownRow>;

/**
 * Rows as they are shown now, each as the very object that was shown before where it says the same: a mark of one person
 * then changes one line of the list, and the others have nothing to do.
 */
export function steadyRows(before: Rows | undefined, now: Rows): Rows {
  if (before === undefined) return now;
  return new Map(
    Array.from(now, ([person, row]) => {
      const kept = before.get(person);
      return [person, kept !== undefined && JSON.stringify(kept) === JSON.stringify(row) ? kept : row];
    })
  );
}
