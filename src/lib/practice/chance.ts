/**
 * A stream of numbers in [0, 1) that depends on the seed alone (mulberry32).
 * @param seed any integer; the same seed gives the same stream on every machine
 */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same things in an order that depends on the seed alone (Fisher and Yates). The input is left as it is. */
export function shuffled<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const chance = chanceOf(seed);
  const pool = [...things];
  const drawn: Thing[] = [];
  while (pool.length > 0) drawn.push(...pool.splice(Math.floor(chance() * pool.length), 1));
  return drawn;
}

/** A seed from a name, the same on every machine (FNV-1a). */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
