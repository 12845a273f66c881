import SqliteDatabase, { type Database } from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '$lib/base/errors';
import { lockFolder, type FolderLock } from './lock.server';
import { migrate } from './migrations.server';

export interface Store {
  /** for the hot path and for PRAGMA: prepared statements, synchronous */
  readonly db: Database;
  /** for everything else */
  readonly orm: BetterSQLite3Database;
  /** the folder of the database and the operator's settings, absolute */
  readonly dataDir: string;
  close(): void;
}

export interface StoreOptions {
  readonly dataDir: string;
}

/**
 * Opens (or makes) the database in a folder and migrates it. Throws a `Failure` whose message is one
 * line for the operator: `data-dir-not-writable`, `database-newer`, `database-damaged`. In these cases
 * nothing was changed.
 */
export function openStore({ dataDir }: StoreOptions): Store {
  const folder = resolve(dataDir);
  makeWritable(folder);
  const file = databaseFile(folder);
  const db = openFile(file);
  return { db, orm: drizzle(db), dataDir: folder, close: () => db.close() };
}

/** Where the database of a folder lies. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'digitaltreff.sqlite');
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Failure('data-dir-not-writable', `DATA_DIR ${folder} cannot be written to. Choose another folder.`, {
      cause
    });
  }
}

function openFile(file: string): Database {
  let db: Database | undefined;
  try {
    db = new SqliteDatabase(file);
    prepare(db);
    return db;
  } catch (cause) {
    db?.close();
    throw explained(cause, file);
  }
}

function prepare(db: Database): void {
  db.pragma('busy_timeout = 5000');
  // Of a new database; one that is there keeps its own (docs/decisions/0051).
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // Of pages that are read again and again; all else the system keeps for us, and gives back when others need it.
  db.pragma('cache_size = -8000');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  migrate(db);
}

function explained(cause: unknown, file: string): unknown {
  if (!(cause instanceof SqliteDatabase.SqliteError)) return cause;
  if (cause.code === 'SQLITE_NOTADB' || cause.code.startsWith('SQLITE_CORRUPT')) {
    return new Failure('database-damaged', `${file} is damaged. Restore a backup; the file was not changed.`, {
      cause
    });
  }
  if (cause.code.startsWith('SQLITE_READONLY') || cause.code.startsWith('SQLITE_CANTOPEN')) {
    return new Failure('data-dir-not-writable', `${file} cannot be written to. Check its owner and rights.`, { cause });
  }
  return cause;
}

let shared: Store | undefined;
let lock: FolderLock | undefined;

/** The server's one store, opened on the first call in `DATA_DIR` (./data). Nothing is restored to a folder in use. */
export function getStore(): Store {
  if (shared === undefined) {
    shared = openStore({ dataDir: process.env['DATA_DIR'] ?? './data' });
    lock ??= lockFolder(shared.dataDir);
  }
  return shared;
}
