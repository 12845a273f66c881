import { expect, test } from 'vitest';
import { world } from '$lib/base/world';
import { rooms } from '$lib/rooms';
import type { Store } from '$lib/store/open.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { anEvent, anId } from '../../../tests/support/events';
import { aStore } from '../../../tests/support/store';
import { run as rebuild } from './rebuild.server';
import { run as verify } from './verify.server';

const data = { course: 'tablet', lesson: 'one', step: 'a' };

/** A database with three events of Anna and one of Bert. */
function aFilledStore(): { store: Store; log: EventLog } {
  const store = aStore();
  const log = new EventLog(store, registry(rooms), world);
  const events = [1, 2, 3].map((count) =>
    anEvent({ id: anId(count), stream: 'progress/anna', type: 'step.completed', data: { ...data, step: `s${count}` } })
  );
  const bert = anEvent({ id: anId(4), stream: 'progress/bert', type: 'step.completed', data, by: 'person/bert' });
  log.append([...events, bert], { device: 'd', receivedAt: world.now() });
  return { store, log };
}

async function said(command: typeof verify, { dataDir }: Store, ...args: string[]) {
  const lines: string[] = [];
  const exit = await command({ dataDir, args, say: (line) => void lines.push(line) });
  return { exit, lines };
}

test('a database without fault is found well, while its server has it open', async () => {
  const { store } = aFilledStore();
  expect(await said(verify, store)).toEqual({ exit: 0, lines: ['All is well: 4 events in 2 streams.'] });
});

/** One break each, and what the verification says about it. */
const breaks: readonly [what: string, sql: string, finding: RegExp][] = [
  [
    'an event that is missing',
    "DELETE FROM events WHERE seq = 2 AND stream = 'progress/anna'",
    /progress\/anna has no seq 2/
  ],
  ['a last event that is missing', 'DELETE FROM events WHERE seq = 3', /progress\/anna counts to 3, its log to 2/],
  [
    'a stream without its counter',
    "DELETE FROM streams WHERE stream = 'progress/bert'",
    /progress\/bert has events and no row/
  ],
  [
    'a stream whose log is gone',
    "DELETE FROM events WHERE stream = 'progress/bert'",
    /progress\/bert counts to 1, the log has none/
  ],
  [
    'a deleted stream that still has events',
    "UPDATE streams SET gone_at = 1 WHERE stream = 'progress/bert'",
    /events: progress\/bert is deleted, yet 1 rows/
  ],
  [
    'an id that is none',
    "UPDATE events SET id = 'one' WHERE stream = 'progress/bert'",
    /events: one in progress\/bert: its id/
  ],
  ['a stamp that is none', "UPDATE events SET at = 'noon' WHERE stream = 'progress/bert'", /its at is not well-formed/],
  [
    'a type that nobody knows',
    "UPDATE events SET type = 'moon.landed' WHERE stream = 'progress/bert'",
    /its type is not well-formed/
  ],
  ['data that is no JSON', "UPDATE events SET data = '{' WHERE stream = 'progress/bert'", /data of .* is broken/],
  [
    'a read row that is wrong',
    "UPDATE read_progress SET row = '{}' WHERE stream = 'progress/bert'",
    /read_progress: progress\/bert .* is not what the log says/
  ],
  [
    'a read row that is missing',
    "DELETE FROM read_progress WHERE stream = 'progress/bert'",
    /read_progress: progress\/bert .* is not what the log says/
  ],
  [
    'a read row too many',
    "INSERT INTO read_progress VALUES ('progress/zoe', 'zoe', '{}')",
    /read_progress: progress\/zoe zoe is not in the log/
  ],
  ['two epochs', "INSERT INTO incarnations (epoch) VALUES ('two')", /incarnations: 2 rows/],
  [
    'a read table of an older version',
    "UPDATE read_tables SET version = 0 WHERE name = 'read_progress'",
    /read_progress: not in version/
  ]
];

test.each(breaks)('%s is found', async (_, sql, finding) => {
  const { store } = aFilledStore();
  store.db.exec(sql);
  const { exit, lines } = await said(verify, store);
  expect(exit).toBe(1);
  expect(lines.join('\n')).toMatch(finding);
});

test('a row that names one that is not there is found', async () => {
  const { store } = aFilledStore();
  store.db.pragma('foreign_keys = OFF');
  store.db.exec(`INSERT INTO groups (id, venue, name, created_at) VALUES ('g', 'nowhere', 'Montag', 0)`);
  expect((await said(verify, store)).lines[0]).toMatch(/groups: row \d+ names a row that venues lacks/);
});

test('looking keeps nobody from writing, and sees one moment only', async () => {
  const { store, log } = aFilledStore();
  const lines: string[] = [];
  store.db.exec("UPDATE read_progress SET row = '{}' WHERE stream = 'progress/bert'");
  const exit = await verify({
    dataDir: store.dataDir,
    args: [],
    say(line) {
      lines.push(line);
      log.append([anEvent({ id: anId(9), stream: 'progress/anna', type: 'step.completed', data })], {
        device: 'd',
        receivedAt: world.now()
      });
    }
  });
  expect({ exit, findings: lines.length - 1 }).toEqual({ exit: 1, findings: 1 });
  expect(log.streams(['progress/anna'])).toMatchObject([{ last: 4 }]);
});

test('a rebuild names what differs, mends it when told to, and is content afterwards', async () => {
  const { store, log } = aFilledStore();
  store.db.exec("UPDATE read_progress SET row = '{}' WHERE stream = 'progress/bert'");
  store.db.exec("DELETE FROM read_progress WHERE stream = 'progress/anna'");
  store.db.exec("INSERT INTO read_progress VALUES ('progress/zoe', 'zoe', '{}')");
  const compared = await said(rebuild, store);
  expect({ exit: compared.exit, found: compared.lines.length - 1 }).toEqual({ exit: 1, found: 3 });
  expect((await said(rebuild, store, '--write')).exit).toBe(0);
  expect(log.differences()).toEqual([]);
  expect(await said(rebuild, store)).toEqual({ exit: 0, lines: ['The read tables are what the log says.'] });
});

test('a folder without a database is named', async () => {
  await expect(verify({ dataDir: '/nowhere', args: [], say: () => undefined })).rejects.toThrow(
    /no database at \/nowhere/
  );
});
