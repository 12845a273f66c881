import type { World } from '$lib/base/world';

const firstMs = 2000;
const longestMs = 5 * 60 * 1000;

/**
 * How long to wait after so many failures in a row (1…), in milliseconds: twice as long each time, never
 * more than `longest` (five minutes), and by chance up to half shorter, so that a room of tablets does not knock at once.
 */
export function waitAfter(failures: number, { random }: Pick<World, 'random'>, longest = longestMs): number {
  const full = Math.min(longest, firstMs * 2 ** Math.min(failures - 1, 20));
  return jittered(full, { random });
}

/** A time by chance up to half shorter. */
export function jittered(ms: number, { random }: Pick<World, 'random'>): number {
  const [chance = 0] = random(1);
  return Math.round(ms * (1 - chance / 510));
}
