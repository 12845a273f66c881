import SqliteDatabase from 'better-sqlite3';
import { join, resolve } from 'node:path';

/** That this process alone serves a folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process, or says no if another one serves it. The lock is the system's own on a small file:
 * it goes with its process, however that ends, so that no stale mark ever keeps anybody out.
 */
export function lockFolder(dataDir: string): FolderLock | undefined {
  const db = new SqliteDatabase(join(resolve(dataDir), 'server.lock'), { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
