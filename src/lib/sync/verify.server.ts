import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { eventSchema, type SyncEvent } from './event';
import { differences, eachStream, tableName, told } from './rebuild.server';
import type { Registry } from './registry';

type Known = Pick<Registry, 'projections' | 'typeOf'>;

interface StreamRow {
  readonly last: number;
  readonly gone_at: number | null;
}

/** How much of the log there is to look at. */
export function logSize(db: Database): { events: number; streams: number } {
  const counts = 'SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM streams) AS streams';
  return db.prepare<[], { events: number; streams: number }>(counts).get() ?? { events: 0, streams: 0 };
}

/** What is wrong with the log and with the read tables, a line for each. Nothing: all is well. */
export function* logFindings(db: Database, registry: Known): Generator<string> {
  const broken = brokenData(db);
  yield* broken;
  yield* incarnationFindings(db);
  yield* goneFindings(db, registry);
  const missing = missingTables(db, registry);
  yield* missing;
  // Data that is no JSON ends every fold: first things first.
  if (broken.length > 0 || missing.length > 0) return;
  yield* streamFindings(db, registry);
  for (const difference of differences(db, registry.projections)) yield told(difference);
}

function brokenData(db: Database): string[] {
  return db
    .prepare<[], { id: string }>('SELECT id FROM events WHERE NOT json_valid(data) ORDER BY id')
    .all()
    .map(({ id }) => `events: the data of ${id} is broken`);
}

function* incarnationFindings(db: Database): Generator<string> {
  const { rows } = db.prepare<[], { rows: number }>('SELECT count(*) AS rows FROM incarnations').get() ?? { rows: 0 };
  if (rows !== 1) yield `incarnations: ${rows} rows instead of one`;
}

/** The read tables that this version of the app reads, with rows of this version. */
function missingTables(db: Database, { projections }: Known): string[] {
  const kept = new Map(
    db
      .prepare<[], { name: string; version: number }>('SELECT name, version FROM read_tables')
      .all()
      .map(({ name, version }) => [name, version])
  );
  return projections
    .filter((projection) => kept.get(tableName(projection)) !== projection.version)
    .map(
      (projection) => `${tableName(projection)}: not in version ${projection.version}; the next start makes it anew`
    );
}

/** A deleted stream has left no event, no row and nothing that waits for the office. */
function* goneFindings(db: Database, { projections }: Known): Generator<string> {
  const tables = ['events', ...projections.map(tableName)].filter((table) => isThere(db, table));
  for (const table of tables) {
    const rest = db
      .prepare<[], { stream: string; rows: number }>(
        `SELECT streams.stream, count(*) AS rows FROM streams JOIN ${table} ON ${table}.stream = streams.stream
         WHERE streams.gone_at IS NOT NULL GROUP BY streams.stream ORDER BY streams.stream`
      )
      .all();
    yield* rest.map(({ stream, rows }) => `${table}: ${stream} is deleted, yet ${rows} rows are there`);
  }
}

function isThere(db: Database, table: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
}

function* streamFindings(db: Database, registry: Known): Generator<string> {
  const state = db.prepare<[string], StreamRow>('SELECT last, gone_at FROM streams WHERE stream = ?');
  const seqs = db.prepare<[string], { seq: number }>('SELECT seq FROM events WHERE stream = ? ORDER BY seq');
  for (const { stream, events } of eachStream(db)) {
    yield* continuityFindings(stream, { seqs: seqs.all(stream).map(({ seq }) => seq), state: state.get(stream) });
    yield* events.flatMap((event) => eventFindings(event, registry));
  }
  const empty = db
    .prepare<[], { stream: string; last: number }>(
      `SELECT stream, last FROM streams WHERE gone_at IS NULL AND last > 0
       AND NOT EXISTS (SELECT 1 FROM events WHERE events.stream = streams.stream) ORDER BY stream`
    )
    .all();
  yield* empty.map(({ stream, last }) => `streams: ${stream} counts to ${last}, the log has none of its events`);
}

/** `seq` runs from 1 to the stream's last without a gap (SYNC.md, promise 4 of the server). */
function* continuityFindings(
  stream: string,
  { seqs, state }: { seqs: readonly number[]; state: StreamRow | undefined }
): Generator<string> {
  const gap = seqs.findIndex((seq, index) => seq !== index + 1);
  if (gap >= 0) yield `events: ${stream} has no seq ${gap + 1}`;
  if (state === undefined) yield `streams: ${stream} has events and no row`;
  else if (state.last !== seqs.at(-1)) yield `streams: ${stream} counts to ${state.last}, its log to ${seqs.at(-1)}`;
}

/** Ids, names, stamp and type are such as the server takes. */
function eventFindings(event: SyncEvent, { typeOf }: Known): string[] {
  const shaped = v.safeParse(eventSchema, event);
  const wrong = shaped.success ? [] : shaped.issues.map((issue) => v.getDotPath(issue) ?? 'shape');
  const unknown = shaped.success && typeOf(event.type) === undefined ? ['type'] : [];
  return [...wrong, ...unknown].map(
    (field) => `events: ${event.id} in ${event.stream}: its ${field} is not well-formed`
  );
}
