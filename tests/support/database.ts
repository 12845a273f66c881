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
