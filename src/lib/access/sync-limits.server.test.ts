import { describe, expect, test } from 'vitest';
import { aStore } from '../../../tests/support/store';
import { aClub, aTablet } from '../../../tests/support/sync-club';
import { anId, aWorld } from '../../../tests/support/events';
import { allRooms } from '../../../tests/support/sync-server';
import { answerSync } from '$lib/sync/answer.server';
import { EventLog } from '$lib/sync/log.server';
import { protocol } from '$lib/sync/wire';
import type { Actor } from './facts';
import { rightsOf } from './rights';
import { networkOf, SyncLimits, type SyncBudget } from './sync-limits.server';

const budget: SyncBudget = { seconds: 900, requests: 3, events: 10, unknownByAddress: 2, unknownInAll: 5 };
const visitor: Actor = { kind: 'visitor' };
const trainer: Actor = { kind: 'staff', staff: 'otto', role: 'trainer' };

/** How many of so many requests pass. */
async function passing(limits: SyncLimits, senders: readonly { actor: Actor; address: string }[]): Promise<number> {
  const answers = await Promise.all(senders.map((sender) => limits.of(sender).request()));
  return answers.filter(({ ok }) => ok).length;
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe('how much one sender may hand in', () => {
  test('a club of thirty tablets behind one address never meets the limit of an address', async () => {
    const club = times(30, (index) => ({ actor: aTablet(`t${index}`), address: '198.51.100.7' }));
    expect(await passing(new SyncLimits(budget), club)).toBe(30);
  });

  test('a tablet has its own budget, wherever it is', async () => {
    const limits = new SyncLimits(budget);
    expect(
      await passing(
        limits,
        times(9, (index) => ({ actor: aTablet('t1'), address: `10.0.0.${index}` }))
      )
    ).toBe(3);
    expect(await passing(limits, [{ actor: aTablet('t2'), address: '10.0.0.1' }])).toBe(1);
  });

  test('a signed-in person without a tablet is counted as a person', async () => {
    const limits = new SyncLimits(budget);
    expect(
      await passing(
        limits,
        times(9, (index) => ({ actor: trainer, address: `10.0.0.${index}` }))
      )
    ).toBe(3);
  });

  test('nobody in particular is counted by address, and all together', async () => {
    const limits = new SyncLimits(budget);
    expect(
      await passing(
        limits,
        times(4, () => ({ actor: visitor, address: '10.0.0.1' }))
      )
    ).toBe(2);
    expect(
      await passing(
        limits,
        times(9, (index) => ({ actor: visitor, address: `10.0.1.${index}` }))
      )
    ).toBe(3);
    expect(await passing(limits, [{ actor: aTablet('t1'), address: '10.0.0.1' }])).toBe(1);
  });

  test('events are counted as they come, many at a time', async () => {
    const limit = new SyncLimits(budget).of({ actor: aTablet('t1'), address: '10.0.0.1' });
    expect(await limit.events(8)).toEqual({ ok: true, value: undefined });
    expect(await limit.events(8)).toMatchObject({ ok: false, error: { waitMs: expect.any(Number) } });
  });

  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '::ffff:198.51.100.7'],
    ['2001:DB8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0']
  ])('of the address %s counts %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a request that is one too many', () => {
  function aServer() {
    const world = aWorld(Date.UTC(2026, 10, 24, 9));
    const log = new EventLog(aStore(), allRooms, world);
    const limits = new SyncLimits(budget);
    const port = aClub({ people: ['anna'], meetings: [] });
    const actor = aTablet('t1');
    const send = (body: string) =>
      answerSync({
        log,
        registry: allRooms,
        request: new Request('http://localhost/api/sync', { method: 'POST', body }),
        now: world.now(),
        limit: limits.of({ actor, address: '10.0.0.1' }),
        rights: ({ grants }) => rightsOf({ actor, port, grants, now: world.now(), snapshot: async () => undefined })
      });
    return send;
  }

  const request = (events: readonly unknown[]) =>
    JSON.stringify({ protocol, device: 'd1', cursors: {}, grants: [], events });

  test('is answered with the code "rate" and how long to wait, whatever it holds', async () => {
    const send = aServer();
    for (let count = 0; count < 3; count += 1) expect((await send(request([]))).status).toBe(200);
    const answer = await send('{"broken');
    expect(answer.status).toBe(429);
    expect(await answer.json()).toEqual({ code: 'rate' });
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(890);
    expect(seconds).toBeLessThanOrEqual(900);
  });

  test('so are too many events, of which none is taken', async () => {
    const send = aServer();
    const event = (count: number) => ({ id: anId(count), stream: 'progress/anna', type: 'step.invented' });
    expect((await send(request(times(11, event)))).status).toBe(429);
  });
});
