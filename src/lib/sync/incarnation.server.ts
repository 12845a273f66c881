import type { Database } from 'better-sqlite3';
import { newId } from '$lib/base/id';
import type { World } from '$lib/base/world';

/** That a database was restored from a backup. UTC milliseconds; what was accepted in between is not in it. */
export interface Restored {
  readonly backupAt: number;
  readonly restoredAt: number;
}

/** Which incarnation of the database this is (SYNC.md, promise 6 of the server). */
export interface Incarnation {
  readonly epoch: string;
  readonly restored?: Restored;
}

interface Row {
  readonly epoch: string;
  readonly backup_at: number | null;
  readonly restored_at: number | null;
}

/**
 * The incarnation of an open database; made if it has none. A backup that is opened for the first time is another one
 * from then on, by whatever way it came here: also one that was opened elsewhere before.
 */
export function incarnationOf(db: Database, world: World): Incarnation {
  return db
    .transaction(() => {
      const row = rowOf(db);
      if (row === undefined) db.prepare('INSERT INTO incarnations (epoch) VALUES (?)').run(newId(world));
      else if (row.backup_at !== null && row.restored_at === null)
        db.prepare('UPDATE incarnations SET epoch = ?, restored_at = ?').run(newId(world), world.now());
      return readIncarnation(db);
    })
    .immediate();
}

/** The same of a database that has been opened before. */
export function readIncarnation(db: Database): Incarnation {
  const { epoch, backup_at, restored_at } = rowOf(db) ?? { epoch: '', backup_at: null, restored_at: null };
  if (backup_at === null || restored_at === null) return { epoch };
  return { epoch, restored: { backupAt: backup_at, restoredAt: restored_at } };
}

/** Makes a finished copy of a database a backup: another incarnation, which knows when it was taken. */
export function markBackup(db: Database, { world, takenAt }: { world: World; takenAt: number }): void {
  db.prepare('UPDATE incarnations SET epoch = ?, backup_at = ?, restored_at = NULL').run(newId(world), takenAt);
}

/** When a backup was taken, in UTC milliseconds; nothing if this is none that waits to be opened. */
export function backupTime(db: Database): number | undefined {
  const row = rowOf(db);
  return row?.backup_at != null && row.restored_at === null ? row.backup_at : undefined;
}

function rowOf(db: Database): Row | undefined {
  return db.prepare<[], Row>('SELECT epoch, backup_at, restored_at FROM incarnations').get();
}
