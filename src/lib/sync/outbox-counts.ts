import type { OutboxCounts, OutboxState } from './shelf';

const states: readonly OutboxState[] = ['waiting', 'again', 'refused', 'local'];

/**
 * How many of `total` entries are in each state. A slow tablet feels every question, after each deed: nearly always one
 * state has them all, and after the others none is asked.
 */
export async function countsOf(
  total: number,
  count: (state: OutboxState) => PromiseLike<number>
): Promise<OutboxCounts> {
  const counts: Record<OutboxState, number> = { waiting: 0, again: 0, refused: 0, local: 0 };
  let left = total;
  for (const state of states) {
    if (left <= 0) break;
    counts[state] = await count(state);
    left -= counts[state];
  }
  return counts;
}
