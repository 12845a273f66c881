import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import type { Writer } from '$lib/audit/trail.server';
import type { TabletActor } from '$lib/access/facts';
import { clubRights } from '$lib/club/rights.server';
import { deletePerson } from '$lib/privacy/deletion.server';
import { answerSync } from '$lib/sync/answer.server';
import { markBackup } from '$lib/sync/incarnation.server';
import { EventLog } from '$lib/sync/log.server';
import { answerSchema, protocol } from '$lib/sync/wire';
import { aClub, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';
import { allRooms } from '../support/sync-server';

type Store = ReturnType<typeof aStore>;

/** Tables that grow with the events and the years. */
const growing =
  /^SCAN (events|streams|read_\w+|members|memberships|meetings|grants|sessions|audit_lines|held_events|reported_streams|deletions)( |$)/;

/** How SQLite would go about each statement that was prepared meanwhile. */
async function plansOf(store: Store, work: () => Promise<void>): Promise<Map<string, string[]>> {
  const prepare = vi.spyOn(store.db, 'prepare');
  await work();
  // "Of none of them" is written as false: SQLite then looks at no row.
  const statements = new Set(prepare.mock.calls.map(([sql]) => sql).filter((sql) => !/[ (]false /.test(sql)));
  prepare.mockRestore();
  return new Map([...statements].map((sql) => [sql, stepsOf(store, sql)]));
}

function stepsOf({ db }: Store, sql: string): string[] {
  const unknown = Array.from({ length: sql.split('?').length - 1 }, () => null);
  return db
    .prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...unknown)
    .map(({ detail }) => detail);
}

/** One tablet that sends, sends again, sends what it may not, and fetches what others wrote. */
async function aWholeExchange({ store, world }: Writer, club: Awaited<ReturnType<typeof aClub>>): Promise<void> {
  const log = new EventLog(store, allRooms, world);
  const actor = { kind: 'device', tablet: { id: 't1', venue: club.venue, enrolledAt: 0 } } as const;
  const now = world.now();
  const [anna = '', bert = ''] = club.members;
  const aStep = (count: number, person: string) =>
    anEvent({
      id: anId(count),
      stream: `progress/${person}`,
      by: `person/${person}`,
      type: 'step.completed',
      data: { course: 'tablet', lesson: 'one', step: `s${count}` }
    });
  const events = [aStep(1, anna), aStep(1, anna), aStep(2, bert), aStep(3, 'stranger')];
  const body = JSON.stringify({ protocol, device: 'd1', grants: [], events, cursors: { [`progress/${bert}`]: 0 } });
  const rights = () => clubRights(store, { actor, grants: [], now });
  const ask = () => new Request('http://localhost/api/sync', { method: 'POST', body });
  for (const server of [log, new EventLog(store, allRooms, world)]) {
    const response = await answerSync({ log: server, registry: allRooms, request: ask(), now, rights });
    expect(v.parse(answerSchema, await response.json())).toMatchObject({
      accepted: [{ id: anId(1) }, { id: anId(1) }, { id: anId(2) }],
      refused: [{ id: anId(3), code: 'forbidden' }]
    });
  }
}

test('no statement on the way of a sync reads a growing table from end to end, or sorts one', async () => {
  const writer = aWriter(aStore());
  const { store } = writer;
  const club = await aClub(writer);
  // The tables are made once, when a version starts for the first time.
  new EventLog(store, allRooms, writer.world);
  const plans = await plansOf(store, () => aWholeExchange(writer, club));
  const tables = [
    'INTO events',
    'FROM events',
    'FROM streams',
    'INTO streams',
    'INTO read_progress',
    'FROM audit_lines'
  ];
  for (const table of tables) expect([...plans.keys()].filter((sql) => sql.includes(table))).not.toEqual([]);
  const scans = [...plans].filter(([, steps]) => steps.some((step) => growing.test(step)));
  expect(scans).toEqual([]);
  const sorts = [...plans].filter(([sql, steps]) => /\b(events|streams|read_\w+)\b/.test(sql) && steps.some(isSort));
  expect(sorts).toEqual([]);
});

test('nor does one for what waits for the office: of a lost tablet, after a restore, and when the office looks', async () => {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const { venue, members } = await aClub(writer);
  store.db.exec("INSERT INTO incarnations (epoch) VALUES ('before')");
  markBackup(store.db, { world, takenAt: world.now() - 1 });
  const log = new EventLog(store, allRooms, world);
  const now = world.now();
  const [anna = '', bert = ''] = members;
  const event = anEvent({
    id: anId(1),
    stream: `progress/${anna}`,
    by: `person/${anna}`,
    type: 'step.completed',
    data: { course: 'tablet', lesson: 'one', step: 's' }
  });
  const tablet = { id: 't1', venue, enrolledAt: 0 };
  const ask = (change: Partial<TabletActor>, events: readonly unknown[], gone: readonly string[]) => {
    const actor = { kind: 'device', tablet: { ...tablet, ...change } } as const;
    const cursors = { [`progress/${bert}`]: 0 };
    const body = JSON.stringify({ protocol, device: 'd1', grants: [], gone, events, cursors });
    const request = new Request('http://localhost/api/sync', { method: 'POST', body });
    return answerSync({
      log,
      registry: allRooms,
      request,
      now,
      rights: () => clubRights(store, { actor, grants: [], now })
    });
  };
  log.append([{ ...event, id: anId(2), stream: `progress/${bert}` }], { device: 'd1', receivedAt: now });
  const plans = await plansOf(store, async () => {
    const other = new EventLog(store, allRooms, world);
    const held = v.parse(answerSchema, await (await ask({ revokedAt: now - 1, lost: true }, [event], [])).json());
    expect(held.refused).toEqual([{ id: anId(1), code: 'held' }]);
    await ask({}, [], [`progress/${bert}`]);
    expect(v.parse(answerSchema, await (await ask({}, [], [])).json()).streams).toEqual({});
    expect([other.quarantine.size(), other.quarantine.waiting(10).length]).toEqual([2, 1]);
    other.quarantine.decide([anId(1)], { decision: 'discarded', at: now });
    other.quarantine.decideStreams([`progress/${bert}`], now);
  });
  const asked = [...plans].filter(([sql]) => /held_events|reported_streams/.test(sql));
  expect(asked.length).toBeGreaterThanOrEqual(9);
  expect(asked.filter(([, steps]) => steps.some((step) => growing.test(step)))).toEqual([]);
});

test('what meetings say about a person is found without reading the meetings', async () => {
  const writer = aWriter(aStore());
  const { store } = writer;
  const { members } = await aClub(writer);
  const log = new EventLog(store, allRooms, writer.world);
  const plans = await plansOf(store, async () => void (await deletePerson(writer, log, members[0] ?? '')));
  const marks = [...plans].filter(([sql]) => sql.includes("'meeting/'") && sql.includes('FROM events'));
  expect(marks.map(([, steps]) => steps)).toEqual([
    [expect.stringMatching(/^SEARCH events USING INDEX events_about /)]
  ]);
});

const isSort = (step: string) => step.includes('TEMP B-TREE');

test('the check itself: it sees a table that is read whole', () => {
  const store = aStore();
  expect(stepsOf(store, 'SELECT * FROM events WHERE device = ?').filter((step) => growing.test(step))).toHaveLength(1);
});
