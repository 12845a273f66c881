import * as v from 'valibot';
import { expect, test } from 'vitest';
import { anEvent, anId, aWorld } from '../../../tests/support/events';
import { aDataDir, aStore } from '../../../tests/support/store';
import type { SyncEvent } from './event';
import { eventById, eventsAmong } from './log-rows.server';
import { EventLog } from './log.server';
import { on, projection, type Projection } from './projection';
import { registry } from './registry';

const counted = { type: 'thing.counted', streams: ['progress'] as const, schema: v.object({ n: v.number() }) };

interface Largest {
  readonly n: number;
}

function largest(version: number, change: (n: number) => number = (n) => n): Projection<Largest> {
  return projection<Largest>('largest', version, [
    on(counted, {
      keyOf: ({ stream }) => stream,
      fold(row, { data: { n } }) {
        if (n < 0) throw new TypeError('No fold foresaw this');
        return { n: Math.max(row?.n ?? 0, change(n)) };
      }
    })
  ]);
}

const world = aWorld(Date.UTC(2026, 10, 24));
const arrival = { device: 'd', receivedAt: world.now() };
const rooms = (projections: Projection[]) => registry([{ name: 'things', eventTypes: [counted], projections }]);

function aCount(count: number, n: number): SyncEvent {
  return anEvent({ id: anId(count), stream: 'progress/anna', type: counted.type, data: { n } });
}

const rowsIn = (store: ReturnType<typeof aStore>) => store.db.prepare('SELECT key, row FROM read_largest').all();

test('an event over which a fold stumbles refuses itself, and nothing of it is kept', () => {
  const store = aStore();
  const log = new EventLog(store, rooms([largest(1)]), world);
  const answers = log.append([aCount(1, 5), aCount(2, -1), aCount(3, 7)], arrival);
  expect(answers).toMatchObject([{ seq: 1 }, { id: anId(2), code: 'invalid' }, { seq: 2 }]);
  expect(rowsIn(store)).toEqual([{ key: 'progress/anna', row: '{"n":7}' }]);
  expect(log.streams(['progress/anna'])).toEqual([{ stream: 'progress/anna', last: 2, gone: false }]);
});

test('requests of one moment share a transaction; an event over which a fold stumbles refuses only itself', async () => {
  const store = aStore();
  const log = new EventLog(store, rooms([largest(1)]), world);
  const answers = await Promise.all([
    log.appendWithOthers([aCount(1, 5), aCount(2, -1)], arrival),
    log.appendWithOthers([aCount(3, 7)], arrival),
    log.appendWithOthers([aCount(3, 7), aCount(1, 6)], arrival),
    log.appendWithOthers([], arrival)
  ]);
  expect(answers).toMatchObject([
    [{ seq: 1 }, { code: 'invalid' }],
    [{ seq: 2 }],
    [{ seq: 2 }, { code: 'conflict' }],
    []
  ]);
  expect(log.differences()).toEqual([]);
  expect(log.streams(['progress/anna'])).toEqual([{ stream: 'progress/anna', last: 2, gone: false }]);
});

test('an answer comes when its transaction is in the file, not before', async () => {
  const dataDir = aDataDir();
  const store = aStore(dataDir);
  const log = new EventLog(store, rooms([largest(1)]), world);
  const other = aStore(dataDir);
  const seen = other.db.prepare('SELECT count(*) AS n FROM events').pluck();
  const appended = [aCount(1, 5), aCount(2, 6)].map(async (event) => {
    await log.appendWithOthers([event], arrival);
    return seen.get();
  });
  expect(seen.get()).toBe(0);
  expect(await Promise.all(appended)).toEqual([2, 2]);
});

test('a page is the same from memory and from the file, and is what was sent', () => {
  const store = aStore();
  const log = new EventLog(store, rooms([]), world);
  const events = [
    aCount(1, 5),
    { ...aCount(2, 6), seen: anId<'event'>(1) },
    anEvent({ id: anId(3), stream: 'progress/anna', type: counted.type, data: { text: '"\\\n\u2028\ud800 ä 😀' } })
  ];
  log.append(events, arrival);
  const state = { stream: 'progress/anna', last: 3 };
  const [fromMemory, fromFile] = [log, new EventLog(store, rooms([]), world)].map((each) =>
    each.page(state, { after: 0, limit: 10 })
  );
  expect(fromFile).toEqual(fromMemory);
  expect(JSON.parse(`[${fromMemory?.bytes.toString()}]`)).toEqual(events);
  const second = log.page(state, { after: 1, limit: 1 });
  expect([JSON.parse(second.bytes.toString()).id, second.cursor]).toEqual([anId(2), 2]);
  const others = log.page(state, { after: 0, limit: 10, without: new Set([1, 3]) });
  expect([JSON.parse(others.bytes.toString()).id, others.count, others.cursor]).toEqual([anId(2), 3, 3]);
});

test('what stands alongside a batch shares its commit, and is written without one, too', async () => {
  const { db, ...store } = aStore();
  const log = new EventLog({ db, ...store }, rooms([largest(1)]), world);
  const shared: boolean[] = [];
  const alongside = () => void shared.push(db.inTransaction);
  await log.appendWithOthers([aCount(1, 5)], { ...arrival, alongside });
  await log.appendWithOthers([], { ...arrival, alongside });
  expect(shared).toEqual([true, false]);
});

test('a disk that does not take it is no fault of the events', () => {
  const store = aStore();
  const log = new EventLog(store, rooms([largest(1)]), world);
  store.db.pragma('query_only = ON');
  expect(() => log.append([aCount(1, 5)], arrival)).toThrow(/readonly/);
});

test('a new version of a projection is made from the log', () => {
  const store = aStore();
  new EventLog(store, rooms([]), world).append([aCount(1, 5), aCount(2, 3)], arrival);
  const first = new EventLog(store, rooms([largest(1)]), world);
  expect(rowsIn(store)).toEqual([{ key: 'progress/anna', row: '{"n":5}' }]);
  const second = new EventLog(store, rooms([largest(2, (n) => n * 10)]), world);
  expect(rowsIn(store)).toEqual([{ key: 'progress/anna', row: '{"n":50}' }]);
  expect(second.epoch).toBe(first.epoch);
});

test('a read table that says something else than the log is found', () => {
  const store = aStore();
  const log = new EventLog(store, rooms([largest(1)]), world);
  log.append([aCount(1, 5)], arrival);
  expect(log.differences()).toEqual([]);
  store.db.exec(`UPDATE read_largest SET row = '{"n":6}'`);
  store.db.exec(`INSERT INTO read_largest (stream, key, row) VALUES ('progress/zoe', 'progress/zoe', '{"n":1}')`);
  const [stream, other] = ['progress/anna', 'progress/zoe'];
  expect(log.differences()).toEqual([
    { table: 'read_largest', stream, key: stream, rebuilt: '{"n":5}' },
    { table: 'read_largest', stream: other, key: other }
  ]);
});

test('finding known events, streams and pages needs an index, however much there is', () => {
  const { db } = aStore();
  const plans = [
    `SELECT 1 FROM ${eventsAmong}`,
    `SELECT 1 FROM ${eventById}`,
    'SELECT 1 FROM streams WHERE stream IN (SELECT value FROM json_each(?))',
    'SELECT 1 FROM events WHERE stream = ? AND seq > 0 ORDER BY seq LIMIT 10'
  ].map((sql) =>
    db
      .prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all('[]')
      .map(({ detail }) => detail)
      .join('\n')
  );
  for (const plan of plans) expect(plan).not.toMatch(/SCAN (events|streams)|TEMP B-TREE/);
});
