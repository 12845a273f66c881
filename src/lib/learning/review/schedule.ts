import { FSRSAlgorithm, Rating, type FSRSState } from 'ts-fsrs';
import type { Recalled } from '../events';

/** A question was met: on which day (counted from 1970 in the person's own zone), and whether it was known. */
export interface Recall {
  readonly day: number;
  readonly how: Recalled;
}

/**
 * The model of memory (FSRS 6, its authors' own parameters) without chance and without minutes: the same history gives
 * the same day on every device. Nine of ten questions should still be known when they come back; half a year is the most.
 */
const memory = new FSRSAlgorithm({
  request_retention: 0.9,
  maximum_interval: 180,
  enable_fuzz: false,
  enable_short_term: false
});

/**
 * The day on which a question comes back: always a later one than that of the last time.
 * @param recalls in order of time. Of one day only the first counts: who has just read the answer proves nothing.
 */
export function dueDay(recalls: readonly [Recall, ...Recall[]]): number {
  let state: FSRSState | null = null;
  let last = recalls[0].day;
  for (const { day, how } of recalls) {
    if (state !== null && day <= last) continue;
    state = memory.next_state(state, day - last, how === 'remembered' ? Rating.Good : Rating.Again);
    last = day;
  }
  return last + memory.next_interval(state?.stability ?? 0, 0);
}
