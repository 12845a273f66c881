import type { Database } from 'better-sqlite3';
import { tableOf } from '$lib/sync/projection';
import { tableName } from '$lib/sync/rebuild.server';
import type { Shelf } from '$lib/sync/shelf';
import { allRooms } from './sync-server';

/** Rows of one stream as JSON, by the name that a browser gives them. */
type Rows = ReadonlyMap<string, string>;

/** By stream: what the server's read tables say. */
export type ServerRows = ReadonlyMap<string, Rows>;

/** The rows of some streams in a server's read tables; of all, where none are named. */
export function serverRows(db: Database, streams?: readonly string[]): ServerRows {
  const names = JSON.stringify(streams ?? db.prepare('SELECT stream FROM streams ORDER BY stream').pluck().all());
  const byStream = new Map<string, Map<string, string>>();
  for (const projection of allRooms.projections) {
    const found = db
      .prepare<[string], { key: string; stream: string; row: string }>(
        `SELECT stream, key, row FROM ${tableName(projection)}
         WHERE stream IN (SELECT value FROM json_each(?)) ORDER BY stream, key`
      )
      .all(names);
    for (const { key, stream, row } of found) {
      const rows = byStream.get(stream) ?? new Map<string, string>();
      byStream.set(stream, rows.set(`${tableOf(projection)}:${key}`, canonical(JSON.parse(row))));
    }
  }
  return byStream;
}

/**
 * What a device holds otherwise than the server, in words: each stream that it follows must stand on it, confirmed and
 * shown, as on the server, and no other may.
 */
export async function differencesOf(shelf: Shelf, server: ServerRows): Promise<string[]> {
  const { cursors, sides } = await shelf.read(async (tx) => ({
    cursors: await tx.cursors(),
    sides: { confirmed: await tx.rowsFrom('confirmed', ''), shown: await tx.rowsFrom('shown', '') }
  }));
  const expected = new Map(cursors.flatMap(({ stream }) => [...(server.get(stream) ?? [])]));
  return Object.entries(sides).flatMap(([side, rows]) => {
    const kept = new Map(rows.map(({ ref, row }) => [ref, canonical(row)]));
    const refs = new Set([...expected.keys(), ...kept.keys()]);
    return [...refs]
      .filter((ref) => expected.get(ref) !== kept.get(ref))
      .map((ref) => `${side} ${ref}: ${kept.get(ref)} instead of ${expected.get(ref)}`);
  });
}

/** JSON with the names in order: two engines may have put them down otherwise. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  );
}
