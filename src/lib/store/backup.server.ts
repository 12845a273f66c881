import SqliteDatabase, { type Database } from 'better-sqlite3';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { syncFolder } from './deleted-log.server';
import { databaseFile } from './open.server';
import { storeFindings } from './verify.server';

export interface BackupOptions {
  readonly dataDir: string;
  /** must not exist */
  readonly file: string;
  /** names of further files of the folder that belong to it; they travel inside */
  readonly files: readonly string[];
  /** makes the copy another incarnation */
  readonly mark: (db: Database) => void;
}

/**
 * Writes a backup of a database that may be in use: one moment of it, in one file that only its owner can read. The
 * file has its name only when it is complete, checked and on disk. Gives its size in bytes.
 */
export function writeBackup({ dataDir, file, files, mark }: BackupOptions): number {
  const source = databaseFile(resolve(dataDir));
  if (!existsSync(source)) throw new Error(`There is no database at ${source}. Check DATA_DIR.`);
  refuseToOverwrite(file);
  const part = `${file}.${process.pid}.part`;
  makeEmpty(part);
  try {
    copyInto(source, part);
    complete(part, { dataDir, files, mark });
    syncFile(part);
    refuseToOverwrite(file);
    renameSync(part, file);
  } finally {
    for (const rest of [part, `${part}-journal`]) rmSync(rest, { force: true });
  }
  syncFolder(dirname(resolve(file)));
  return statSync(file).size;
}

function refuseToOverwrite(file: string): void {
  if (existsSync(file)) throw new Error(`${file} is there already. A backup overwrites nothing: choose another name.`);
}

function makeEmpty(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    throw new Error(`${file} cannot be written. Choose a folder that is there and can be written to.`, { cause });
  }
}

/** VACUUM INTO reads one snapshot, holds up no writer, and leaves behind whatever was deleted. */
function copyInto(source: string, target: string): void {
  const db = new SqliteDatabase(source, { readonly: true, fileMustExist: true });
  try {
    db.pragma('busy_timeout = 5000');
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
}

function complete(file: string, { dataDir, files, mark }: Omit<BackupOptions, 'file'>): void {
  const db = new SqliteDatabase(file, { fileMustExist: true });
  try {
    db.pragma('synchronous = FULL');
    db.transaction(() => {
      mark(db);
      db.exec('CREATE TABLE backup_files (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
      const add = db.prepare('INSERT INTO backup_files (name, bytes) VALUES (?, ?)');
      for (const name of files) add.run(name, readFileSync(join(dataDir, name)));
    })();
    const [damage] = storeFindings(db);
    if (damage !== undefined) throw new Error(`The copy is not sound (${damage}). Run npm run verify.`);
  } finally {
    db.close();
  }
}

/** Makes sure that a file's bytes are on disk. */
export function syncFile(file: string): void {
  const opened = openSync(file, 'r+');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
