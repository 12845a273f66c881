/** Chance that can be repeated: the same seed and number give the same picks. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  /** a whole number from 0 to below `limit` */
  below(limit: number): number;
  /** one of them */
  of<T>(choices: readonly [T, ...T[]] | readonly T[]): T;
  bytes(length: number): Buffer;
}

/** The picks of one numbered turn of a run, whatever happened in the turns before (mulberry32). */
export function chanceOf(seed: number, turn = 0): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) + Math.imul(turn, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    of(choices) {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('Nothing to choose from');
      return choice;
    },
    bytes: (length) => Buffer.from(Uint8Array.from({ length }, () => below(256)))
  };
}
