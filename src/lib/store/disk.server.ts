import SqliteDatabase, { type Database } from 'better-sqlite3';

const { SqliteError } = SqliteDatabase;

/** What SQLite says when the disk, and not what was to be written, is the reason. */
const diskCodes = /^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)/;

/** Why nothing was written, if the disk is the reason: it is full, broken, held by another process or may only be read. */
export function diskTrouble(error: unknown): string | undefined {
  return error instanceof SqliteError && diskCodes.test(error.code) ? error.code : undefined;
}

/** Writes something that nobody waits for, outside a transaction. While the disk takes nothing, it is left out. */
export function writeIfPossible(write: () => unknown): void {
  try {
    write();
  } catch (error) {
    if (diskTrouble(error) === undefined) throw error;
  }
}

/** What was deleted is gone from the disk, too: old pages stand in the write-ahead log until it is emptied. */
export function dropOldPages(db: Database): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}
