import { expect, test } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { formatStamp } from '$lib/base/clock';
import { mostHeld } from '$lib/sync/held.server';
import { markBackup } from '$lib/sync/incarnation.server';
import type { SyncEvent } from '$lib/sync/event';
import { answerSchema, protocol, type ExchangeAnswer } from '$lib/sync/wire';
import * as v from 'valibot';
import { anEvent, anId, aWorld } from '../support/events';
import { aStore } from '../support/store';
import { aClub, aTablet } from '../support/sync-club';
import { aSyncServer } from '../support/sync-server';

const start = Date.UTC(2026, 10, 24, 9);
const day = 24 * 3_600_000;
const venue = 'library';
const lost: Actor = {
  kind: 'device',
  tablet: { id: 'lost', venue, enrolledAt: 0, revokedAt: start - day, lost: true }
};
const port = aClub({ people: ['anna'], meetings: ['m1'] });

/** A server; a restored one lost everything that was entered after a backup of yesterday. */
function aServer({ restored = false } = {}) {
  const store = aStore();
  const world = aWorld(start, 7);
  if (restored) {
    store.db.exec("INSERT INTO incarnations (epoch) VALUES ('before')");
    markBackup(store.db, { world, takenAt: start - day });
  }
  const server = aSyncServer({ store, world, port });
  const send = async (actor: Actor, events: readonly SyncEvent[], more: object = {}): Promise<ExchangeAnswer> => {
    const body = { protocol, device: 'd1', cursors: {}, grants: [], gone: [], events, ...more };
    const reply = await server.transport(actor)(JSON.stringify(body));
    if (!reply.ok) throw new Error('No answer');
    return v.parse(answerSchema, reply.value);
  };
  return { ...server, send, quarantine: server.log.quarantine };
}

function aStep(count: number, { person = 'anna', ms = start, step = 'a' } = {}): SyncEvent {
  return anEvent({
    id: anId(count),
    stream: `progress/${person}`,
    by: `person/${person}`,
    type: 'step.completed',
    at: formatStamp({ ms, counter: count, device: 'd1' }),
    data: { course: 'tablet', lesson: 'one', step }
  });
}

test('what a lost tablet sends waits for the office and is read by nobody', async () => {
  const { send, quarantine, log } = aServer();
  const answer = await send(lost, [aStep(1, { ms: start - 2 * day }), aStep(2)]);
  expect(answer.refused).toEqual([anId(1), anId(2)].map((id) => ({ id, code: 'held' })));
  expect(quarantine.waiting(10)).toMatchObject([
    { reason: 'lost-device', sender: 'tablet/lost', device: 'd1', event: { id: anId(1) } },
    { event: { id: anId(2) } }
  ]);
  expect(log.streams(['progress/anna'])).toEqual([]);
  expect((await send(aTablet('other'), [], { cursors: { 'progress/anna': 0 } })).streams).toEqual({});
});

test('an app from before, which would not understand "held", is told "forbidden"; the event is kept all the same', async () => {
  const { send, quarantine } = aServer();
  expect((await send(lost, [aStep(1)], { gone: undefined })).refused).toEqual([{ id: anId(1), code: 'forbidden' }]);
  expect(quarantine.size()).toBe(1);
});

test('what no rule would have allowed is not kept, lost tablet or not', async () => {
  const { send, quarantine } = aServer();
  const foreign = { ...aStep(1), stream: 'progress/zoe' };
  expect((await send(lost, [foreign, aStep(2, { person: 'zoe' })])).refused).toMatchObject([
    { code: 'forbidden' },
    { code: 'forbidden' }
  ]);
  expect(quarantine.size()).toBe(0);
});

test('sent again it is kept once; after the decision it is accepted or forbidden', async () => {
  const { send, quarantine, log } = aServer();
  await send(lost, [aStep(1), aStep(2)]);
  await send(lost, [aStep(1), aStep(2)]);
  expect(quarantine.size()).toBe(2);
  log.append(
    quarantine.among([anId(1)]).map(({ event }) => event),
    { device: 'd1', receivedAt: start }
  );
  quarantine.decide([anId(1)], { decision: 'accepted', at: start });
  quarantine.decide([anId(2)], { decision: 'discarded', at: start });
  const again = await send(lost, [aStep(1), aStep(2)]);
  expect(again.accepted).toMatchObject([{ id: anId(1), seq: 1 }]);
  expect(again.refused).toEqual([{ id: anId(2), code: 'forbidden' }]);
  expect(quarantine.size()).toBe(0);
});

test('a lost tablet cannot fill the disk', async () => {
  const { send, quarantine, store } = aServer();
  store.db.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${mostHeld - 1})
    INSERT INTO held_events (id, stream, reason, sender, device, received_at, event)
    SELECT 'filler-' || i, 'progress/anna', 'lost-device', 'tablet/lost', 'd1', 0, '{}' FROM n`);
  const { refused } = await send(lost, [aStep(1), aStep(2)]);
  expect(refused.map(({ code }) => code)).toEqual(['held', 'forbidden']);
  expect(quarantine.size()).toBe(mostHeld);
});

test('a restored database keeps for the office what it cannot know, and only that', async () => {
  const { send, quarantine } = aServer({ restored: true });
  const tablet = aTablet('t1');
  const [before, after] = [start - 2 * day, start - day / 2];
  const opening = anEvent({
    id: anId(4),
    stream: 'meeting/g9.2026-11-24',
    by: 'staff/otto',
    type: 'meeting.opened',
    at: formatStamp({ ms: after, counter: 1, device: 'd1' }),
    data: { group: 'g9', date: '2026-11-24' }
  });
  const events = [
    aStep(1, { person: 'zoe', ms: before }),
    aStep(2, { person: 'zoe', ms: after }),
    aStep(3, { ms: after }),
    opening
  ];
  const answer = await send(tablet, events, { grants: [{ id: 'otto', secret: 's' }] });
  expect(answer.accepted.map(({ id }) => id)).toEqual([anId(3)]);
  expect(answer.refused).toEqual([
    { id: anId(1), code: 'forbidden' },
    { id: anId(2), code: 'held' },
    { id: anId(4), code: 'held' }
  ]);
  expect(quarantine.waiting(9).map(({ reason }) => reason)).toEqual(['unknown-stream', 'unknown-stream']);
});

test('a database that was never restored keeps nothing of people whom it does not know', async () => {
  const { send, quarantine } = aServer();
  expect((await send(aTablet('t1'), [aStep(1, { person: 'zoe' })])).refused).toMatchObject([{ code: 'forbidden' }]);
  expect(quarantine.size()).toBe(0);
});

test('an event for a deleted person is gone, whoever sends it', async () => {
  const { send, quarantine, store } = aServer();
  store.db.exec("INSERT INTO streams (stream, last, gone_at) VALUES ('progress/anna', 3, 1)");
  expect((await send(lost, [aStep(1)])).refused).toEqual([{ id: anId(1), code: 'gone' }]);
  expect(quarantine.size()).toBe(0);
});

test('a stream that a device was told is deleted is not handed out after a restore, until the office has decided', async () => {
  const { send, quarantine, log } = aServer({ restored: true });
  log.append([aStep(1)], { device: 'd1', receivedAt: start });
  const cursors = { 'progress/anna': 0 };
  expect(Object.keys((await send(aTablet('t2'), [], { cursors })).streams)).toEqual(['progress/anna']);
  await send(lost, [], { gone: ['progress/anna'] });
  expect(quarantine.withheld()).toEqual(new Set());
  await send(aTablet('t1'), [], { gone: ['progress/anna', 'progress/never-seen'] });
  const answer = await send(aTablet('t2'), [], { cursors });
  expect({ streams: answer.streams, gone: answer.gone, left: answer.left }).toEqual({
    streams: {},
    gone: [],
    left: []
  });
  expect(quarantine.withheld()).toEqual(new Set(['progress/anna']));
  quarantine.decideStreams(['progress/anna'], start);
  await send(aTablet('t1'), [], { gone: ['progress/anna'] });
  expect(Object.keys((await send(aTablet('t2'), [], { cursors })).streams)).toEqual(['progress/anna']);
});

test('without a restore nobody listens to what a device says about deletions', async () => {
  const { send, quarantine, log } = aServer();
  log.append([aStep(1)], { device: 'd1', receivedAt: start });
  await send(aTablet('t1'), [], { gone: ['progress/anna'] });
  expect(quarantine.size()).toBe(0);
});

test('a backup becomes another incarnation when it is first opened, and stays that', () => {
  const { log, store } = aServer({ restored: true });
  const again = aSyncServer({ store, world: aWorld(start + day, 8), port });
  expect(log.epoch).not.toBe('before');
  expect(log.restored).toEqual({ backupAt: start - day, restoredAt: start });
  expect(again.log.epoch).toBe(log.epoch);
  expect(again.log.restored).toEqual(log.restored);
});
