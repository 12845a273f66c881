import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** One row for each event of a type that the server has kept, read straight from the file. */
export function keptEvents(dataDir: string, type: string): { id: string; stream: string; by: string; data: string }[] {
  const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'), { readonly: true });
  try {
    return db
      .prepare<[string], { id: string; stream: string; by: string; data: string }>(
        'SELECT id, stream, "by", data FROM events WHERE type = ? ORDER BY stream, seq'
      )
      .all(type);
  } finally {
    db.close();
  }
}

/** How many rows each table holds: what must be the same before and after something was refused. */
export function tableSizes(dataDir: string): Record<string, number> {
  const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'), { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        Number(db.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${name}"`).get()?.rows)
      ])
    );
  } finally {
    db.close();
  }
}

/** Puts an entry into a family's stream, so that one can see whom it is given to. */
export function sealFamily(dataDir: string, stream: string): void {
  const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'));
  try {
    db.prepare('INSERT INTO streams (stream, last) VALUES (?, 1)').run(stream);
    db.prepare(
      `INSERT INTO events (id, stream, seq, type, at, "by", data, device, received_at)
       VALUES ('01900000-0000-7000-8000-000000000001', ?, 1, 'family.sealed', '', '', '{}', '', 0)`
    ).run(stream);
  } finally {
    db.close();
  }
}

/** What a query finds in the server's file. */
export function readRows(dataDir: string, sql: string, ...values: string[]): unknown[] {
  const db = new SqliteDatabase(join(dataDir, 'digitaltreff.sqlite'), { readonly: true });
  try {
    return db.prepare<string[], unknown>(sql).all(...values);
  } finally {
    db.close();
  }
}
