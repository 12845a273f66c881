import type { World } from '$lib/base/world';
import type { SyncEvent } from './event';
import { foldInto } from './fold';
import { tableOf } from './projection';
import { deviceOf } from './record';
import type { Registry } from './registry';
import type { DeviceState, ShelfTx } from './shelf';

/** How many events are folded together, so that no single piece of work keeps a page from answering. */
const slice = 1000;

/** The most that IndexedDB can be asked for: an unsigned long. */
export const everything = 2 ** 32 - 1;

/** Whether rows and cursors stand for exactly these projections. Another tab may run another version of the app. */
export function fits({ tables }: DeviceState, registry: Registry): boolean {
  return tables === undefined || tables.join() === tablesOf(registry).join();
}

/**
 * Makes the shelf stand for the projections of the app that opens it now. A projection in a new version begins in an
 * empty table: what this browser wrote itself is folded into it at once, all else is fetched again from the start.
 * Rows that this app cannot read go. An app of another version that is still open in another tab stops exchanging.
 */
export async function fitIn(tx: ShelfTx, registry: Registry, world: World): Promise<void> {
  const state = await deviceOf(tx, world);
  const tables = tablesOf(registry);
  await tx.putDevice({ ...state, tables });
  if (fits(state, registry)) return;
  for (const table of (state.tables ?? []).filter((old) => !tables.includes(old))) {
    await tx.dropTable('confirmed', table);
    await tx.dropTable('shown', table);
  }
  const followed = new Set((await tx.cursors()).map(({ stream }) => stream));
  await fetchFromStart(tx);
  const kept = (await tx.kept(0, everything)).map(({ event }) => event);
  for (const events of slicesOf(kept.filter(({ stream }) => followed.has(stream)))) {
    await foldInto(tx, 'confirmed', registry, events);
  }
  await showOutboxIn(tx, registry);
}

/**
 * The database is another incarnation: a backup was restored. Nothing that was confirmed is certain any more. The own
 * events that are still kept are offered again, before all that waits; everything else is fetched from the start.
 */
export async function startAgainIn(tx: ShelfTx, registry: Registry): Promise<void> {
  for (const table of tablesOf(registry)) {
    await tx.dropTable('confirmed', table);
    await tx.dropTable('shown', table);
  }
  await fetchFromStart(tx);
  for (;;) {
    const kept = await tx.kept(0, slice);
    if (kept.length === 0) break;
    await tx.addEntries(
      kept.map(({ stream, event }) => ({ id: event.id, stream, event, refs: [], state: 'again' as const }))
    );
    await tx.dropKept(kept.map(({ order }) => order));
  }
  await showOutboxIn(tx, registry);
}

async function fetchFromStart(tx: ShelfTx): Promise<void> {
  await tx.putCursors((await tx.cursors()).map(({ stream }) => ({ stream, seq: 0 })));
}

/**
 * Folds everything unsent into the rows shown, and notes which rows these are. What is offered again of a stream that
 * nobody follows here stays out of sight: it may be the answers of a person who left.
 */
async function showOutboxIn(tx: ShelfTx, registry: Registry): Promise<void> {
  const followed = new Set((await tx.cursors()).map(({ stream }) => stream));
  for (const state of ['again', 'waiting', 'local', 'refused'] as const) {
    for (const entries of slicesOf(await tx.entriesIn(state, 0, everything))) {
      const seen = entries.filter(({ stream }) => state !== 'again' || followed.has(stream));
      await tx.putEntries(
        seen.map((entry) => ({ ...entry, refs: registry.targets(entry.event).map(({ ref }) => ref) }))
      );
      if (state !== 'refused')
        await foldInto(
          tx,
          'shown',
          registry,
          seen.map(({ event }): SyncEvent => event)
        );
    }
  }
}

/** What is offered again of a stream that is not followed any more is sent, but no row shows it. */
export async function hideOfferedAgainIn(tx: ShelfTx, stream: string): Promise<void> {
  const entries = (await tx.entriesOfStream(stream)).filter(({ state }) => state === 'again');
  await tx.putEntries(entries.map((entry) => ({ ...entry, refs: [] })));
}

function tablesOf({ projections }: Registry): string[] {
  return projections.map(tableOf).sort();
}

/** A list in pieces of a size that is folded at once. */
export function slicesOf<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / slice) }, (_, index) =>
    list.slice(index * slice, (index + 1) * slice)
  );
}
