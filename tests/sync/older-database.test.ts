import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFile, openStore } from '$lib/store/open.server';
import { migrate } from '$lib/store/migrations.server';
import { EventLog } from '$lib/sync/log.server';
import { run as verify } from '$lib/upkeep/verify.server';
import { anEvent, anId, aWorld } from '../support/events';
import { aDataDir, aStore } from '../support/store';
import { allRooms } from '../support/sync-server';

const migrations = readdirSync('drizzle')
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((file) => ({ name: file.replace('.sql', ''), sql: readFileSync(join('drizzle', file), 'utf8') }));

const place = { course: 'tablet', lesson: 'one', step: 'a' };

/** A folder with a database as a version wrote it whose newest migration was this one. */
function anOlderDatabase(newest: string): string {
  const dataDir = aDataDir();
  const db = new SqliteDatabase(databaseFile(dataDir));
  db.pragma('journal_mode = WAL');
  migrate(
    db,
    migrations.filter(({ name }) => name <= newest)
  );
  const insert = db.prepare(
    `INSERT INTO events (id, stream, seq, type, at, "by", seen, data, device, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'd', 7)`
  );
  for (const [index, stream] of [...'abba'].map((name) => `progress/${name}`).entries()) {
    const { id, type, at, by, data } = anEvent({ id: anId(index + 1), stream, type: 'step.completed', data: place });
    insert.run(id, stream, index < 2 ? 1 : 2, type, at, by, index === 3 ? anId(1) : null, JSON.stringify(data));
  }
  db.exec(`INSERT INTO streams (stream, last) VALUES ('progress/a', 2), ('progress/b', 2);
    INSERT INTO incarnations (epoch) VALUES ('one')`);
  db.close();
  return dataDir;
}

const columns = 'id, stream, seq, type, at, "by", seen, data, device, received_at';

test('a database whose log lay in the order of arrival keeps every event as it was', async () => {
  const dataDir = anOlderDatabase('0005_office_venues');
  const before = new SqliteDatabase(databaseFile(dataDir), { readonly: true });
  const events = before.prepare(`SELECT ${columns} FROM events ORDER BY id`).all();
  before.close();
  expect(events).toHaveLength(4);
  const store = aStore(dataDir);
  expect(store.db.prepare(`SELECT ${columns} FROM events ORDER BY id`).all()).toEqual(events);
  const log = new EventLog(store, allRooms, aWorld(Date.UTC(2026, 10, 24)));
  expect(log.page({ stream: 'progress/a', last: 2 }, { after: 0, limit: 9 })).toMatchObject({ count: 2, cursor: 2 });
  const lines: string[] = [];
  await verify({ dataDir, args: [], say: (line) => void lines.push(line) });
  expect(lines).toEqual(['All is well: 4 events in 2 streams.']);
});

test('events of a stream lie side by side, and an id is given once', () => {
  const { db } = openStore({ dataDir: anOlderDatabase('0005_office_venues') });
  const pages = db.prepare<[], { sql: string }>("SELECT sql FROM sqlite_master WHERE name = 'events'").get();
  expect(pages?.sql).toMatch(/PRIMARY KEY\(`stream`, `seq`\)\s*\) WITHOUT ROWID$/);
  const again = db.prepare(
    `INSERT INTO events (${columns}) SELECT id, 'progress/c', 1, type, at, "by", seen, data, device, 7 FROM events LIMIT 1`
  );
  expect(() => again.run()).toThrow("UNIQUE constraint failed: index 'events_id'");
  db.close();
});
