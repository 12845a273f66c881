import type { SyncEvent } from './event';
import type { Registry } from './registry';
import type { ShelfTx, Side, StoredRow } from './shelf';

/** Folds events into one side's rows, reading and writing each row once. Answers the rows' references. */
export async function foldInto(
  tx: ShelfTx,
  side: Side,
  { targets }: Registry,
  events: readonly SyncEvent[]
): Promise<string[]> {
  const work = events.flatMap((event) => targets(event).map((target) => ({ ...target, event })));
  const refs = [...new Set(work.map(({ ref }) => ref))];
  if (refs.length === 0) return [];
  const rows = rowMap(await tx.rows(side, refs));
  for (const { projection, ref, event } of work) {
    rows.set(ref, { ref, stream: event.stream, row: projection.fold(rows.get(ref)?.row, event) });
  }
  await tx.putRows(side, [...rows.values()]);
  return refs;
}

/**
 * Makes shown rows anew: the confirmed row, with the row's events still in the outbox folded on top.
 * Refused ones leave no trace.
 */
export async function showAgain(tx: ShelfTx, { targets }: Registry, refs: Iterable<string>): Promise<void> {
  const wanted = [...new Set(refs)];
  if (wanted.length === 0) return;
  const isWanted = new Set(wanted);
  const pending = (await tx.entriesOf(wanted)).filter(({ state }) => state !== 'refused');
  const work = pending
    .flatMap(({ event }) => targets(event).map((target) => ({ ...target, event })))
    .filter(({ ref }) => isWanted.has(ref));
  const changed = [...new Set(work.map(({ ref }) => ref))];
  const rows = rowMap(await tx.rows('confirmed', changed));
  for (const { projection, ref, event } of work) {
    rows.set(ref, { ref, stream: event.stream, row: projection.fold(rows.get(ref)?.row, event) });
  }
  await tx.putRows('shown', [...rows.values()]);
  await tx.dropRows(
    'shown',
    wanted.filter((ref) => !rows.has(ref))
  );
}

function rowMap(rows: readonly (StoredRow | undefined)[]): Map<string, StoredRow> {
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.ref, row] as const])));
}
