import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { rightsOf } from '$lib/access/rights';
import type { Actor } from '$lib/access/facts';
import { formatStamp, parseStamp } from '$lib/base/clock';
import { anEvent, anId, aWorld } from '../support/events';
import { aStore } from '../support/store';
import { aClub, aTablet } from '../support/sync-club';
import { allRooms } from '../support/sync-server';
import { answerSync } from '$lib/sync/answer.server';
import type { SyncEvent } from '$lib/sync/event';
import { EventLog } from '$lib/sync/log.server';
import { answerSchema, largestBatch, largestBodyBytes, protocol, type ExchangeAnswer } from '$lib/sync/wire';

const start = Date.UTC(2026, 10, 24, 9);

/** A server with the members Anna and Bert and one meeting, asked by one actor at a time. */
function aServer() {
  const world = aWorld(start);
  const store = aStore();
  const log = new EventLog(store, allRooms, world);
  const port = aClub({ people: ['anna', 'bert'], meetings: ['m1'] });
  const post = (
    body: BodyInit,
    { actor = aTablet('t1'), headers = {} }: { actor?: Actor; headers?: HeadersInit } = {}
  ) =>
    answerSync({
      log,
      registry: allRooms,
      request: new Request('http://localhost/api/sync', { method: 'POST', body, headers }),
      now: world.now(),
      rights: ({ grants }) => rightsOf({ actor, port, grants, now: world.now(), snapshot: async () => undefined })
    });
  const send = async (events: readonly unknown[], more: { actor?: Actor; cursors?: Record<string, number> } = {}) => {
    const { actor, cursors = {} } = more;
    const body = JSON.stringify({ protocol, device: 'd1', cursors, grants: [], events });
    const response = await post(body, actor === undefined ? {} : { actor });
    expect(response.status).toBe(200);
    return v.parse(answerSchema, await response.json());
  };
  return { world, store, log, post, send };
}

const step = { course: 'tablet', lesson: 'one', step: 'a' };

function aStep(count: number, wanted: Partial<SyncEvent> = {}): SyncEvent {
  const at = formatStamp({ ms: start + count, counter: 0, device: 'd1' });
  return anEvent({ id: anId(count), stream: 'progress/anna', type: 'step.completed', data: step, at, ...wanted });
}

const codes = ({ refused }: ExchangeAnswer) => refused.map(({ code }) => code);

describe('a request that is none', () => {
  test.each([
    ['broken JSON', '{"protocol": 1,', 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    [
      'a cursor that is no number',
      JSON.stringify({ protocol, device: 'd', cursors: { 'progress/a': 'x' }, grants: [], events: [] }),
      400
    ],
    ['another protocol', JSON.stringify({ protocol: 2 }), 426],
    ['more events than allowed', JSON.stringify({ protocol, events: Array(largestBatch + 1).fill({}) }), 413],
    ['more bytes than allowed', 'x'.repeat(largestBodyBytes + 1), 413]
  ])('%s is answered with its status and a code', async (_, body, status) => {
    const response = await aServer().post(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ code: expect.any(String) });
  });

  test('a small packed body that unpacks to too much is refused', async () => {
    const body = gzipSync('x'.repeat(largestBodyBytes + 1));
    expect((await aServer().post(body, { headers: { 'content-encoding': 'gzip' } })).status).toBe(413);
  });

  test('a body that says gzip and is none is refused', async () => {
    expect((await aServer().post('{}', { headers: { 'content-encoding': 'gzip' } })).status).toBe(400);
  });

  test('an announced length above the limit is not even read', async () => {
    const headers = { 'content-length': String(largestBodyBytes + 1) };
    expect((await aServer().post('{}', { headers })).status).toBe(413);
  });
});

describe('events', () => {
  test('a packed request is taken', async () => {
    const { post } = aServer();
    const body = gzipSync(JSON.stringify({ protocol, device: 'd1', cursors: {}, grants: [], events: [aStep(1)] }));
    const response = await post(body, { headers: { 'content-encoding': 'gzip' } });
    expect(await response.json()).toMatchObject({ accepted: [{ id: anId(1), seq: 1 }] });
  });

  test('a long answer is packed for a browser that takes it', async () => {
    const { send, post } = aServer();
    await send(Array.from({ length: 30 }, (_, index) => aStep(index + 1)));
    const body = JSON.stringify({ protocol, device: 'd2', cursors: {}, grants: [], events: [] });
    const response = await post(body, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await response.arrayBuffer()).toString()).toContain(anId(30));
  });

  test('each bad one refuses itself and nothing else', async () => {
    const { send, log } = aServer();
    const answer = await send([
      aStep(1),
      { id: anId(2) },
      'nonsense',
      aStep(3, { type: 'step.invented' }),
      aStep(4, { data: { course: 'tablet' } }),
      aStep(5, { data: { ...step, step: 'x'.repeat(5000) } }),
      aStep(6, { stream: 'meeting/m1' }),
      aStep(7, { stream: 'progress/visitor', by: 'person/visitor' }),
      aStep(8, { stream: 'progress/zoe', by: 'person/zoe' }),
      aStep(9, {
        by: 'staff/otto',
        stream: 'meeting/m1',
        type: 'attendance.marked',
        data: { person: 'anna', status: 'present' }
      }),
      aStep(10)
    ]);
    expect(answer.accepted).toMatchObject([
      { id: anId(1), seq: 1 },
      { id: anId(10), seq: 2 }
    ]);
    expect(Object.fromEntries(answer.refused.map(({ id, code }) => [id, code]))).toEqual({
      [anId(2)]: 'invalid',
      '': 'invalid',
      [anId(3)]: 'unknown-type',
      [anId(4)]: 'invalid',
      [anId(5)]: 'too-large',
      [anId(6)]: 'invalid',
      [anId(7)]: 'invalid',
      [anId(8)]: 'forbidden',
      [anId(9)]: 'unauthorized'
    });
    expect(log.differences()).toEqual([]);
  });

  test('sending again is answered as the first time, whatever its time says now', async () => {
    const { send, store } = aServer();
    const first = await send([aStep(1)]);
    const again = await send([aStep(1, { at: formatStamp({ ms: start + 99, counter: 0, device: 'd1' }) })]);
    expect(again.accepted).toEqual(first.accepted);
    expect(store.db.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: 1 });
  });

  test('what was taken once is accepted again, even if the right has ended since', async () => {
    const { send } = aServer();
    const first = await send([aStep(1)]);
    const actor = aTablet('t1');
    const revoked =
      actor.kind === 'device' ? { ...actor, tablet: { ...actor.tablet, revokedAt: start, lost: true } } : actor;
    expect(await send([aStep(1), aStep(2)], { actor: revoked })).toMatchObject({
      accepted: first.accepted,
      refused: [{ id: anId(2), code: 'forbidden' }]
    });
  });

  test.each([
    ['other data', { data: { ...step, step: 'b' } }],
    ['another stream', { stream: 'progress/bert', by: 'person/bert' }],
    ['another type', { type: 'place.moved' }]
  ])('a used id with %s is a conflict, and the first stays', async (_, other) => {
    const { send, store } = aServer();
    await send([aStep(1)]);
    expect(codes(await send([aStep(1, other)]))).toEqual(['conflict']);
    expect(codes(await send([aStep(2), aStep(2, other)]))).toEqual(['conflict']);
    expect(store.db.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: 2 });
  });

  test('what a schema does not know is left out', async () => {
    const { send, store } = aServer();
    await send([aStep(1, { data: { ...step, name: 'Anna Klein' } })]);
    expect(store.db.prepare('SELECT data FROM events').get()).toEqual({ data: JSON.stringify(step) });
  });

  test('a deleted stream refuses what comes after, and readers are told', async () => {
    const { send, store, world } = aServer();
    await send([aStep(1)]);
    store.db.prepare("UPDATE streams SET gone_at = ? WHERE stream = 'progress/anna'").run(world.now());
    const answer = await send([aStep(2)], { cursors: { 'progress/anna': 1 } });
    expect(codes(answer)).toEqual(['gone']);
    expect(answer.gone).toEqual(['progress/anna', 'learner/anna']);
    expect(answer.streams).toEqual({});
  });
});

describe('times', () => {
  const stampOf = ({ accepted }: ExchangeAnswer, index = 0) => parseStamp(accepted[index]?.at ?? '')?.ms;
  const at = (ms: number) => ({ at: formatStamp({ ms, counter: 0, device: 'd1' }) });
  const minutes = 60_000;

  test('a little ahead is kept, more is corrected to now', async () => {
    const { send } = aServer();
    const answer = await send([aStep(1, at(start + 5 * minutes)), aStep(2, at(start + 5 * minutes + 1))]);
    expect(stampOf(answer, 0)).toBe(start + 5 * minutes);
    expect(stampOf(answer, 1)).toBe(start);
  });

  test('nothing is from before the tablet was enrolled, or before there was an app', async () => {
    const { send } = aServer();
    expect(stampOf(await send([aStep(1, at(start - 1))], { actor: aTablet('t1', start) }))).toBe(start);
    expect(stampOf(await send([aStep(2, at(0))]))).toBe(start);
  });

  test('a device keeps its order when some of its times are corrected', async () => {
    const { send } = aServer();
    const { accepted } = await send([aStep(1, at(0)), aStep(2, at(start - minutes)), aStep(3, at(0))]);
    const stamps = accepted.map((each) => each.at);
    expect(stamps).toEqual([...stamps].sort());
    expect(new Set(stamps).size).toBe(3);
  });
});

describe('fetching', () => {
  test('a reader gets what it may read and has not seen, without its own', async () => {
    const { send } = aServer();
    await send([aStep(1), aStep(2, { stream: 'progress/bert', by: 'person/bert' })]);
    const answer = await send([aStep(3)], { actor: aTablet('t2'), cursors: { 'progress/bert': 1 } });
    expect(Object.keys(answer.streams)).toEqual(['progress/anna']);
    expect(answer.streams['progress/anna']).toMatchObject({ events: [{ id: anId(1) }], cursor: 2, more: false });
  });

  test('answers to questions come only to the tablet that asks for the person', async () => {
    const { send } = aServer();
    const answer = aStep(1, {
      stream: 'learner/anna',
      type: 'answer.given',
      data: { ...step, choice: 0, right: true }
    });
    await send([answer]);
    expect((await send([], { actor: aTablet('t2') })).streams).toEqual({});
    const asked = await send([], { actor: aTablet('t2'), cursors: { 'learner/anna': 0 } });
    expect(asked.streams['learner/anna']?.events).toHaveLength(1);
  });

  test('a foreign stream is not handed out, and its rows have to go', async () => {
    const { send } = aServer();
    const answer = await send([], { cursors: { 'progress/zoe': 0, 'family/f1': 3 } });
    expect(answer.streams).toEqual({});
    expect(answer.left).toEqual(['progress/zoe', 'family/f1']);
  });

  test('a visitor gets nothing, and is not told to forget: perhaps only a sign-in ran out', async () => {
    const { send } = aServer();
    await send([aStep(1)]);
    const answer = await send([aStep(2)], { actor: { kind: 'visitor' }, cursors: { 'progress/anna': 0 } });
    expect(answer).toMatchObject({ streams: {}, gone: [], left: [], accepted: [] });
    expect(codes(answer)).toEqual(['unauthorized']);
  });

  test('a long stream comes page by page, nothing missed, nothing twice', async () => {
    const { send } = aServer();
    for (let from = 0; from < 2400; from += 400) {
      await send(Array.from({ length: 400 }, (_, index) => aStep(from + index + 1)));
    }
    const seen: string[] = [];
    const cursors: Record<string, number> = {};
    for (let more = true; more;) {
      const page = (await send([], { actor: aTablet('t2'), cursors })).streams['progress/anna'];
      seen.push(...(page?.events ?? []).map(({ id }) => id));
      cursors['progress/anna'] = page?.cursor ?? 0;
      more = page?.more ?? false;
    }
    expect(seen).toEqual(Array.from({ length: 2400 }, (_, index) => anId(index + 1)));
  });

  test('a cursor from another incarnation of the database begins anew', async () => {
    const { send } = aServer();
    await send([aStep(1)]);
    const answer = await send([], { cursors: { 'progress/anna': 77 } });
    expect(answer.streams['progress/anna']).toMatchObject({ cursor: 1, events: [{ id: anId(1) }] });
  });
});
