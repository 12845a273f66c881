import type { Database, Statement } from 'better-sqlite3';
import { isDeepStrictEqual } from 'node:util';
import type { SyncEvent } from './event';
import { eachEvent } from './log-rows.server';
import type { Projection } from './projection';

interface StoredRow {
  readonly key: string;
  readonly stream: string;
  readonly row: string;
}

/** One projection's rows in SQL: `read_<name>` (stream, key, row as JSON), those of a stream side by side. */
export interface ReadTable {
  readonly projection: Projection;
  readonly get: Statement<[string, string], { row: string }>;
  readonly put: Statement<[string, string, string]>;
}

/** A row that a rebuild from the log would make otherwise. */
export interface Difference {
  readonly table: string;
  readonly key: string;
}

/** The SQL name of a projection's read table. */
export function tableName({ name }: Pick<Projection, 'name'>): string {
  return `read_${name.replaceAll('-', '_')}`;
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
  for (const [key, { stream, row }] of folded(db, projection)) put.run(stream, key, JSON.stringify(row));
  db.prepare(
    'INSERT INTO read_tables (name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version'
  ).run(table, projection.version);
}

/** All rows of a projection, folded from the whole log. */
function folded(db: Database, projection: Projection): Map<string, { stream: string; row: unknown }> {
  const rows = new Map<string, { stream: string; row: unknown }>();
  for (const event of eachEvent(db, projection.types)) {
    const key = projection.keyOf(event);
    if (key !== undefined) rows.set(key, { stream: event.stream, row: projection.fold(rows.get(key)?.row, event) });
  }
  return rows;
}

/** Compares a read table with what the log says. An empty list: they are equal. */
export function differences(db: Database, projection: Projection): Difference[] {
  const table = tableName(projection);
  const stored = new Map(
    db
      .prepare<[], StoredRow>(`SELECT key, stream, row FROM ${table} ORDER BY key`)
      .all()
      .map(({ key, row }) => [key, row])
  );
  const rebuilt = folded(db, projection);
  return [...new Set([...stored.keys(), ...rebuilt.keys()])]
    .filter((key) => !isSame(stored.get(key), rebuilt.get(key)?.row))
    .map((key) => ({ table, key }));
}

function isSame(stored: string | undefined, rebuilt: unknown): boolean {
  if (stored === undefined || rebuilt === undefined) return false;
  return isDeepStrictEqual(JSON.parse(stored), JSON.parse(JSON.stringify(rebuilt)));
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
      const row = this.#rows.has(ref) ? this.#rows.get(ref)?.row : read(table, event.stream, key);
      this.#rows.set(ref, { table, key, stream: event.stream, row: table.projection.fold(row, event) });
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
