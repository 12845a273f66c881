import { observe, clockStart, parseStamp, type ClockState } from '$lib/base/clock';
import { showAgain } from './fold';
import { keepIn } from './kept';
import type { Registry } from './registry';
import type { DeviceState, Kept, NewEntry, OutboxEntry, ShelfTx } from './shelf';
import { leaveIn } from './shelf-work';
import type { TaggedSnapshot } from './snapshot';
import { everything } from './tables';

/**
 * What must not go when the place where a browser keeps things is another than before: the disk has room again, or
 * the database was deleted while a page was open. Rows are no part of it: what was confirmed is fetched again.
 */
export interface Belongings {
  /** unsent events, in order of writing */
  readonly entries: readonly NewEntry[];
  /** own accepted events, in order of acceptance */
  readonly kept: readonly Kept[];
  /** streams that are asked for */
  readonly followed: readonly string[];
  readonly clock?: ClockState | undefined;
  readonly device?: DeviceState | undefined;
  readonly snapshot?: TaggedSnapshot | undefined;
}

/** Everything that a shelf has of it. */
export async function belongingsIn(tx: ShelfTx): Promise<Belongings> {
  const states = ['again', 'waiting', 'local', 'refused'] as const;
  const entries = await Promise.all(states.map((state) => tx.entriesIn(state, 0, everything)));
  return {
    entries: inOrder(entries.flat()),
    kept: await tx.kept(0, everything),
    followed: (await tx.cursors()).map(({ stream }) => stream),
    clock: await tx.clock(),
    device: await tx.device(),
    snapshot: await tx.snapshot()
  };
}

/** Entries in order of writing, free to be written elsewhere. */
export function inOrder(entries: readonly OutboxEntry[]): NewEntry[] {
  return [...entries].sort((a, b) => a.order - b.order).map(({ order: _order, ...entry }) => entry);
}

/**
 * Brings everything over to a shelf that may know older things, or nothing. What both have stays once; what was sent
 * meanwhile is offered a second time, which the server takes for what it is.
 * @param left streams that were let go of meanwhile: their rows go here, too
 */
export async function bringOverIn(
  tx: ShelfTx,
  registry: Registry,
  { left = [], ...belongings }: Belongings & { readonly left?: readonly string[] }
): Promise<void> {
  for (const stream of left) await leaveIn(tx, registry, stream);
  await bringState(tx, belongings);
  await bringKept(tx, belongings);
  const here = new Set((await tx.entries(belongings.entries.map(({ id }) => id))).map(({ id }) => id));
  const missing = belongings.entries.filter(({ id }) => !here.has(id));
  await tx.addEntries(missing);
  await showAgain(
    tx,
    registry,
    missing.flatMap(({ refs }) => refs)
  );
}

async function bringState(tx: ShelfTx, { entries, followed, clock, device, snapshot }: Belongings): Promise<void> {
  const known = new Set((await tx.cursors()).map(({ stream }) => stream));
  await tx.putCursors(followed.filter((stream) => !known.has(stream)).map((stream) => ({ stream, seq: 0 })));
  const clocks = [await tx.clock(), clock, ...entries.map(({ event }) => parseStamp(event.at))];
  await tx.putClock(clocks.reduce<ClockState>((last, one) => observe(last, one ?? clockStart), clockStart));
  await tx.putSnapshot(snapshot);
  if (device === undefined) return;
  // Of the database's own incarnation is what its rows and cursors stand for.
  const { epoch: _epoch, tables, ...state } = device;
  const { epoch, tables: own = tables } = (await tx.device()) ?? {};
  await tx.putDevice({
    ...state,
    ...(epoch === undefined ? {} : { epoch }),
    ...(own === undefined ? {} : { tables: own })
  });
}

/** What still waits here is kept when the server has accepted it here. */
async function bringKept(tx: ShelfTx, { kept }: Belongings): Promise<void> {
  if (kept.length === 0) return;
  const here = [
    ...(await tx.kept(0, everything)).map(({ event }) => event.id),
    ...(await tx.entries(kept.map(({ event }) => event.id))).map(({ event }) => event.id)
  ];
  const known = new Set(here);
  const missing = kept.filter(({ event }) => !known.has(event.id));
  const keptAt = Math.max(0, ...missing.map((one) => one.keptAt));
  await keepIn(
    tx,
    missing.map(({ event }) => event),
    keptAt
  );
}
