import SqliteDatabase, { type Database } from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFile } from './open.server';

/**
 * Opens the database of a folder to look at it while a server may be writing: a second connection that writes nothing,
 * in one read transaction, so that everything seen is of one moment. Writers are never kept waiting.
 */
export function openSnapshot(dataDir: string): Database {
  const file = databaseFile(resolve(dataDir));
  if (!existsSync(file)) throw new Error(`There is no database at ${file}. Check DATA_DIR.`);
  const db = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  db.exec('BEGIN');
  return db;
}

/** What is wrong with the file itself and with its foreign keys, a line for each. Nothing: all is well. */
export function* storeFindings(db: Database): Generator<string> {
  const damages = db
    .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .map((row) => row.integrity_check);
  if (damages.join() !== 'ok') yield* damages.map((damage) => `file: ${damage}`);
  const strays = db
    .prepare<[], { table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
    .all();
  yield* strays.map(({ table, rowid, parent }) => `${table}: row ${rowid ?? '?'} names a row that ${parent} lacks`);
}
