import SqliteDatabase, { type Database } from 'better-sqlite3';
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { syncFile } from './backup.server';
import { syncFolder } from './deleted-log.server';
import { isUpToDate } from './migrations.server';
import { databaseFile } from './open.server';
import { storeFindings } from './verify.server';

/** Opens a file that is said to be a backup and checks it. Throws one line for the operator if it is none, or damaged. */
export function checkBackup<T>(file: string, read: (db: Database) => T): T {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const db = opened(file);
  try {
    const [damage] = storeFindings(db);
    if (damage !== undefined) throw new Error(`${file} is damaged (${damage}). Take another backup.`);
    isUpToDate(db);
    return read(db);
  } catch (cause) {
    if (!(cause instanceof SqliteDatabase.SqliteError)) throw cause;
    throw new Error(`${file} is no backup of Digitaltreff, or it is damaged. Nothing was changed.`, { cause });
  } finally {
    db.close();
  }
}

function opened(file: string): Database {
  const db = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  db.pragma('query_only = ON');
  return db;
}

export interface Placed {
  /** the database that was there before, if one was */
  readonly kept: string | undefined;
  /** files that came back with the backup, and those that were there and stayed as they are */
  readonly files: { readonly restored: readonly string[]; readonly left: readonly string[] };
}

/**
 * Puts a backup in the place of a folder's database. The one before is kept under another name; nothing is ever
 * deleted. The caller holds the folder's lock.
 */
export function placeBackup({ dataDir, file, at }: { dataDir: string; file: string; at: number }): Placed {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = databaseFile(dataDir);
  const coming = `${database}.coming`;
  rmSync(coming, { force: true });
  copyFileSync(file, coming);
  chmodSync(coming, 0o600);
  syncFile(coming);
  const kept = setAside(database, at);
  renameSync(coming, database);
  syncFolder(dataDir);
  return { kept, files: unpack(dataDir) };
}

/** The old file and what belongs to it (its write-ahead log holds its newest entries) get another name together. */
function setAside(database: string, at: number): string | undefined {
  const aside = `${database.replace(/\.sqlite$/, '')}.before-${new Date(at).toISOString().replace(/[:.]/g, '-')}.sqlite`;
  const parts = ['-wal', '-shm', ''].filter((end) => existsSync(`${database}${end}`));
  // The log first: an old one must never lie beside the new database.
  for (const end of parts) renameSync(`${database}${end}`, `${aside}${end}`);
  return parts.includes('') ? aside : undefined;
}

interface PackedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Files that came inside a backup are put in the folder; one that is there stays. */
function unpack(dataDir: string): Placed['files'] {
  const db = new SqliteDatabase(databaseFile(dataDir), { fileMustExist: true });
  try {
    const packed = db.prepare<[], PackedFile>('SELECT name, bytes FROM backup_files ORDER BY name').all();
    const isThere = ({ name }: PackedFile) => existsSync(join(dataDir, basename(name)));
    const [left, missing] = [packed.filter(isThere), packed.filter((each) => !isThere(each))];
    for (const { name, bytes } of missing) {
      writeFileSync(join(dataDir, basename(name)), bytes, { mode: 0o600, flush: true });
    }
    db.exec('DROP TABLE backup_files');
    return { restored: missing.map(({ name }) => name), left: left.map(({ name }) => name) };
  } finally {
    db.close();
  }
}
