import type { Database } from 'better-sqlite3';
import { Failure } from '$lib/base/errors';

/** The files of drizzle/, bundled, so that the built server carries them along. */
const files = import.meta.glob<string>('/drizzle/*.sql', { query: '?raw', import: 'default', eager: true });

interface Migration {
  readonly name: string;
  readonly sql: string;
}

const bundled: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => ({ name: path.replace(/^.*\/|\.sql$/g, ''), sql }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Brings the database to the newest schema, in one transaction, or changes nothing.
 * Throws `database-newer` if it has seen a migration that this version of the app does not know.
 */
export function migrate(db: Database, migrations: readonly Migration[] = bundled): void {
  if (missing(db, migrations).length === 0) return;
  db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT');
    const note = db.prepare('INSERT INTO migrations (name, applied_at) VALUES (?, ?)');
    // Asked again under the lock: another process may have been quicker.
    for (const { name, sql } of missing(db, migrations)) {
      db.exec(sql);
      note.run(name, Date.now());
    }
  }).immediate();
}

/** Whether the database has this version's schema. Throws `database-newer` as `migrate` does. */
export function isUpToDate(db: Database): boolean {
  return missing(db, bundled).length === 0;
}

function missing(db: Database, migrations: readonly Migration[]): Migration[] {
  const applied = appliedNames(db);
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = applied.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new Failure(
      'database-newer',
      `The database in DATA_DIR was written by a newer version (migration ${unknown}). Start that version, or restore a backup.`
    );
  }
  return migrations.filter(({ name }) => !applied.includes(name));
}

function appliedNames(db: Database): string[] {
  const made = db.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
  );
  if (made.get() === undefined) return [];
  return db
    .prepare<[], { name: string }>('SELECT name FROM migrations ORDER BY name')
    .all()
    .map(({ name }) => name);
}
