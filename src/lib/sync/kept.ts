import type { SyncEvent } from './event';
import type { NewKept, ShelfTx } from './shelf';

/** How long, and how much of, a browser keeps what the server has: until a night's backup can be trusted again. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;
export const largestKeptBytes = 5_000_000;

/** How many are looked at together. */
const handful = 50;

const bytes = new TextEncoder();

/**
 * Keeps own accepted events out of sight, in case the server has to be restored from a backup that does not know
 * them yet (SYNC.md, promise 6 of the browser). No row shows them; only a new epoch brings them back.
 */
export async function keepIn(tx: ShelfTx, events: readonly SyncEvent[], now: number): Promise<void> {
  if (events.length === 0) return;
  let end = (await tx.newestKept())?.end ?? 0;
  const kept = events.map((event): NewKept => {
    end += bytes.encode(JSON.stringify(event)).length;
    return { stream: event.stream, event, keptAt: now, end };
  });
  await tx.addKept(kept);
}

/**
 * Lets go of what is too old, and of the oldest when they are too many. `now` is the server's: a device whose clock
 * jumps to the year 2100 must not forget everything.
 */
export async function letGoOfOldIn(tx: ShelfTx, now: number): Promise<void> {
  const newest = await tx.newestKept();
  if (newest === undefined) return;
  for (;;) {
    const oldest = await tx.kept(0, handful);
    const tooOld = oldest.filter(({ keptAt, end }) => keptAt < now - keptForMs || newest.end - end >= largestKeptBytes);
    await tx.dropKept(tooOld.map(({ order }) => order));
    if (tooOld.length < handful) return;
  }
}

/** Lets go of a deleted stream's events. */
export async function letGoOfStreamIn(tx: ShelfTx, stream: string): Promise<void> {
  await tx.dropKept((await tx.keptOfStream(stream)).map(({ order }) => order));
}
