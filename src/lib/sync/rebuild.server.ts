import type { Database } from 'better-sqlite3';
import { isDeepStrictEqual } from 'node:util';
import type { SyncEvent } from './event';
import { eventOf, logColumns, type LogRow } from './log-rows.server';
import type { Projection } from './projection';

/** One stream's rows of one projection, by key, as the log makes them. */
export type RebuiltRows = ReadonlyMap<string, unknown>;

/** A row that a rebuild from the log makes otherwise. */
export interface Difference {
  readonly table: string;
  readonly stream: string;
  readonly key: string;
  /** as JSON; nothing: the log makes no such row */
  readonly rebuilt?: string;
}

/** The SQL name of a projection's read table. */
export function tableName({ name }: Pick<Projection, 'name'>): string {
  return `read_${name.replaceAll('-', '_')}`;
}

/**
 * Every event of the log, stream by stream, in order of `seq`. Only one stream is in memory at a time, and no statement
 * stays open in between: what is found can be mended on the way.
 */
export function* eachStream(db: Database): Generator<{ stream: string; events: SyncEvent[] }> {
  const next = db.prepare<[string], { stream: string | null }>(
    'SELECT min(stream) AS stream FROM events WHERE stream > ?'
  );
  for (let stream = next.get('')?.stream; stream != null; stream = next.get(stream)?.stream)
    yield { stream, events: eventsOf(db, stream) };
}

function eventsOf(db: Database, stream: string): SyncEvent[] {
  return db
    .prepare<[string], LogRow>(`SELECT ${logColumns} FROM events WHERE stream = ? ORDER BY seq`)
    .all(stream)
    .map(eventOf);
}

/** What a projection's rows of one stream are, folded from all its events. */
export function fold(projection: Projection, events: readonly SyncEvent[]): RebuiltRows {
  const types = new Set(projection.types);
  const rows = new Map<string, unknown>();
  for (const event of events) {
    const key = types.has(event.type) ? projection.keyOf(event) : undefined;
    if (key !== undefined) rows.set(key, projection.fold(rows.get(key), event));
  }
  return rows;
}

/**
 * Compares the read tables with what the log says, and names each row that is missing, wrong or too many: of one
 * stream, or of all.
 */
export function* differences(db: Database, projections: readonly Projection[], only?: string): Generator<Difference> {
  const tables = projections.map((projection) => comparison(db, projection));
  const streams = only === undefined ? eachStream(db) : [{ stream: only, events: eventsOf(db, only) }];
  for (const { stream, events } of streams)
    for (const { projection, compare } of tables) yield* compare(stream, fold(projection, events));
  if (only === undefined) for (const { orphans } of tables) yield* orphans();
}

function comparison(db: Database, projection: Projection) {
  const table = tableName(projection);
  const stored = db.prepare<[string], { key: string; row: string }>(
    `SELECT key, row FROM ${table} WHERE stream = ? ORDER BY key`
  );
  const withoutEvents = db.prepare<[], { stream: string; key: string }>(
    `SELECT stream, key FROM ${table}
     WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.stream = ${table}.stream) ORDER BY stream, key`
  );
  return {
    projection,
    orphans: () => withoutEvents.all().map((row): Difference => ({ table, ...row })),
    *compare(stream: string, rebuilt: RebuiltRows): Generator<Difference> {
      const found = new Map(stored.all(stream).map(({ key, row }) => [key, row]));
      for (const key of new Set([...found.keys(), ...rebuilt.keys()])) {
        const row = rebuilt.has(key) ? JSON.stringify(rebuilt.get(key)) : undefined;
        if (!isSame(found.get(key), row)) yield { table, stream, key, ...(row === undefined ? {} : { rebuilt: row }) };
      }
    }
  };
}

/** Two JSON texts of one value; the order of its fields does not count. */
function isSame(stored: string | undefined, rebuilt: string | undefined): boolean {
  if (stored === undefined || rebuilt === undefined) return stored === rebuilt;
  return stored === rebuilt || isDeepStrictEqual(parsed(stored), parsed(rebuilt));
}

/** A row that is no JSON any more is as wrong as any other. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A difference as a line for the operator. */
export function told({ table, stream, key, rebuilt }: Difference): string {
  return `${table}: ${stream} ${key} ${rebuilt === undefined ? 'is not in the log' : 'is not what the log says'}`;
}

/** Makes the read tables of one stream what its events say now, within the transaction that changed the events. */
export function mendStream(db: Database, projections: readonly Projection[], stream: string): void {
  for (const wrong of differences(db, projections, stream)) mend(db, wrong);
}

/** Puts the right row where a wrong one, none, or one too many is. */
export function mend(db: Database, { table, stream, key, rebuilt }: Difference): void {
  if (rebuilt === undefined) {
    db.prepare(`DELETE FROM ${table} WHERE stream = ? AND key = ?`).run(stream, key);
    return;
  }
  db.prepare(
    `INSERT INTO ${table} (stream, key, row) VALUES (?, ?, ?) ON CONFLICT (stream, key) DO UPDATE SET row = excluded.row`
  ).run(stream, key, rebuilt);
}
