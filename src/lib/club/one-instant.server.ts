import type { Writer } from '$lib/audit/trail.server';

/** A writer whose clock stands still: all that one deed does bears one instant, by which an undo knows it again. */
export function atOneInstant({ store, world, by }: Writer): Writer {
  const now = world.now();
  return { store, by, world: { now: () => now, random: (bytes) => world.random(bytes) } };
}
