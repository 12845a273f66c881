import SqliteDatabase from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Store } from '$lib/store/open.server';

/** A database as it was when it was copied. */
export type Backup = Buffer;

export function aBackup({ db }: Store): Backup {
  const copy = db.serialize();
  // Bytes 18 and 19 say "write-ahead log" (SQLite's file format, 1.3); a database in memory has none.
  copy.fill(1, 18, 20);
  return copy;
}

/** The database of a backup: another incarnation of it. */
export function aRestoredStore(backup: Backup, epoch: string): Store {
  const db = new SqliteDatabase(backup);
  db.prepare('UPDATE incarnations SET epoch = ?').run(epoch);
  onTestFinished(() => void db.close());
  return { db, orm: drizzle(db), dataDir: '', close: () => db.close() };
}
