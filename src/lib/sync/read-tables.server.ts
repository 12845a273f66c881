import type { Database, Statement } from 'better-sqlite3';
import type { SyncEvent } from './event';
import type { Projection } from './projection';
import { eachStream, fold, tableName } from './rebuild.server';

/** One projection's rows in SQL: `read_<name>` (stream, key, row as JSON), those of a stream side by side. */
export interface ReadTable {
  readonly projection: Projection;
  readonly get: Statement<[string, string], { row: string }>;
  readonly put: Statement<[string, string, string]>;
}

/**
 * The read table of a projection, made and filled from the log if it is missing or holds an older
 * version of its rows.
 */
export function readTable(db: Database, projection: Projection): ReadTable {
  const table = tableName(projection);
  const kept = db.prepare<[string], { version: number }>('SELECT version FROM read_tables WHERE name = ?').get(table);
  if (kept?.version !== projection.version) db.transaction(() => makeNew(db, projection)).immediate();
  return {
    projection,
    get: db.prepare(`SELECT row FROM ${table} WHERE stream = ? AND key = ?`),
    put: db.prepare(
      `INSERT INTO ${table} (stream, key, row) VALUES (?, ?, ?) ON CONFLICT (stream, key) DO UPDATE SET row = excluded.row`
    )
  };
}

function makeNew(db: Database, projection: Projection): void {
  const table = tableName(projection);
  db.exec(`
    DROP TABLE IF EXISTS ${table};
    CREATE TABLE ${table} (stream TEXT, key TEXT, row TEXT NOT NULL, PRIMARY KEY (stream, key)) STRICT, WITHOUT ROWID;
  `);
  const put = db.prepare(`INSERT INTO ${table} (stream, key, row) VALUES (?, ?, ?)`);
  for (const { stream, events } of eachStream(db))
    for (const [key, row] of fold(projection, events)) put.run(stream, key, JSON.stringify(row));
  db.prepare(
    'INSERT INTO read_tables (name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version'
  ).run(table, projection.version);
}

/** Collects one transaction's folds, so that a row that many events change is read and written once. */
export class RowBuffer {
  readonly #rows = new Map<string, { table: ReadTable; key: string; stream: string; row: unknown }>();

  constructor(readonly tables: ReadonlyMap<string, readonly ReadTable[]>) {}

  /** Folds an event into every row that it belongs to. */
  fold(event: SyncEvent): void {
    for (const table of this.tables.get(event.type) ?? []) {
      const key = table.projection.keyOf(event);
      if (key === undefined) continue;
      const ref = `${table.projection.name}:${key}`;
      const changed = this.#rows.get(ref);
      if (changed) changed.row = table.projection.fold(changed.row, event);
      else {
        const row = table.projection.fold(read(table, event.stream, key), event);
        this.#rows.set(ref, { table, key, stream: event.stream, row });
      }
    }
  }

  /** Writes all changed rows. */
  flush(): void {
    for (const { table, key, stream, row } of this.#rows.values()) table.put.run(stream, key, JSON.stringify(row));
    this.#rows.clear();
  }
}

function read(table: ReadTable, stream: string, key: string): unknown {
  const found = table.get.get(stream, key);
  return found === undefined ? undefined : JSON.parse(found.row);
}
