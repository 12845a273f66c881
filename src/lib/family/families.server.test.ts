import { expect, test } from 'vitest';
import { newId } from '$lib/base/id';
import { formatStamp } from '$lib/base/clock';
import { anId, aWorld } from '../../../tests/support/events';
import { aFamilyServer } from '../../../tests/support/family-server';
import { aStore } from '../../../tests/support/store';
import { aSyncRequest } from '../../../tests/support/sync-request';
import { allRooms } from '../../../tests/support/sync-server';
import { deleteUnused, unusedMs } from './families.server';
import type { FamilyBudget } from './limits.server';

const start = Date.UTC(2026, 10, 24, 9);
const data = { nonce: 'A'.repeat(16), box: 'A'.repeat(24) };
const budget: FamilyBudget = { entries: 5, mostEntries: 8, newByAddress: 2, newInAll: 3 };

interface Answer {
  readonly accepted: readonly { readonly id: string }[];
  readonly refused: readonly { readonly id: string; readonly code: string }[];
  readonly streams: Readonly<Record<string, { readonly events: readonly unknown[] }>>;
  readonly left: readonly string[];
  readonly gone: readonly string[];
}

function aServer(wanted?: FamilyBudget) {
  const world = aWorld(start);
  const store = aStore();
  const server = aFamilyServer({ world, store, ...(wanted ? { budget: wanted } : {}) });
  const device = newId(world);
  const event = (family: string, type = 'family.sealed', id: string = newId(world)) => ({
    ...{ id, type, data, stream: `family/${family}`, by: 'device/d1' },
    at: formatStamp({ ms: world.now(), counter: 0, device })
  });
  const ask = async (request: object): Promise<Answer> => {
    const reply = await server.transport(JSON.stringify(aSyncRequest({ device, ...request })));
    if (!reply.ok) throw new Error('no answer');
    return JSON.parse(JSON.stringify(reply.value));
  };
  const grant = (family: string, secret = `token of ${family}`) => ({ id: `family/${family}`, secret });
  const send = async (family: string, events: readonly object[], grants = [grant(family)]) => {
    const { accepted, refused } = await ask({ events, grants });
    return [accepted.length, ...refused.map(({ code }) => code)];
  };
  return { world, store, ask, send, event, grant };
}

test('a family begins with its first entry; from then on only its token writes and reads', async () => {
  const { ask, send, event, grant } = aServer();
  expect(await send('f1', [event('f1')], [])).toEqual([0, 'unauthorized']);
  expect(await send('f1', [event('f1')])).toEqual([1]);
  expect(await send('f1', [event('f1')], [grant('f1', 'another')])).toEqual([0, 'forbidden']);
  expect(await send('f1', [event('f1')], [grant('f2')])).toEqual([0, 'unauthorized']);
  expect(await send('f1', [{ ...event('f1'), by: 'person/anna' }])).toEqual([0, 'forbidden']);
  const cursors = { 'family/f1': 0 };
  expect((await ask({ cursors, grants: [grant('f1')] })).streams['family/f1']?.events).toHaveLength(1);
  for (const grants of [[], [grant('f1', 'another')], [grant('f2')]])
    expect((await ask({ cursors, grants })).streams).toEqual({});
});

test('who asks for a family that is not there is told nothing and makes none', async () => {
  const { store, ask, grant } = aServer();
  const answer = await ask({ cursors: { 'family/f9': 0 }, grants: [grant('f9')] });
  expect(answer).toMatchObject({ left: ['family/f9'], streams: {} });
  expect(store.db.prepare('SELECT * FROM families').all()).toEqual([]);
});

test('the server keeps no token, only what tells the right one', async () => {
  const { store, send, event } = aServer();
  await send('f1', [event('f1')]);
  expect(JSON.stringify(store.db.prepare('SELECT * FROM families').all())).not.toContain('token of');
});

test('after a move its stream takes nothing more, only the first move counts, and what was taken stays taken', async () => {
  const { send, event } = aServer();
  const [before, move] = [event('f1'), event('f1', 'family.moved')];
  expect(await send('f1', [before])).toEqual([1]);
  expect(await send('f1', [move, event('f1', 'family.moved'), event('f1')])).toEqual([1, 'forbidden', 'forbidden']);
  expect(await send('f1', [event('f1'), event('f1', 'family.moved')])).toEqual([0, 'forbidden', 'forbidden']);
  expect(await send('f1', [before, move])).toEqual([2]);
  expect(await send('f1', [{ ...before, data: { ...data, box: 'B'.repeat(24) } }])).toEqual([0, 'conflict']);
  expect(await send('f2', [event('f2')])).toEqual([1]);
});

test('an entry that comes twice is there once; replayed in another stream it is another content under its id', async () => {
  const { send, event, grant } = aServer();
  const one = event('f1', 'family.sealed', anId(5));
  expect(await send('f1', [one, one])).toEqual([2]);
  expect(await send('f2', [{ ...one, stream: 'family/f2' }], [grant('f2')])).toEqual([0, 'conflict']);
});

test('entries are no larger than an event may be, and are what a seal is', async () => {
  const { send, event } = aServer();
  expect(await send('f1', [{ ...event('f1'), data: { ...data, box: 'A'.repeat(4100) } }])).toEqual([0, 'too-large']);
  for (const bad of [{ nonce: 'Mia', box: data.box }, { ...data, box: 'kein Handy!' }, { text: 'Mia' }])
    expect(await send('f1', [{ ...event('f1'), data: bad }])).toEqual([0, 'invalid']);
});

test('a family waits that writes too much at once, and another does not wait for it', async () => {
  const { send, event } = aServer(budget);
  const many = Array.from({ length: 5 }, () => event('f1'));
  expect(await send('f1', many)).toEqual([5]);
  expect(await send('f1', [event('f1')])).toEqual([0, 'rate']);
  expect(await send('f1', many)).toEqual([5]);
  expect(await send('f2', [event('f2')])).toEqual([1]);
});

test('a family that is full takes no more, but for the move that shuts out whoever filled it', async () => {
  const { send, event, grant } = aServer({ ...budget, entries: 100 });
  expect(
    await send(
      'f1',
      [1, 2, 3, 4, 5, 6, 7, 8].map(() => event('f1'))
    )
  ).toEqual([8]);
  expect(await send('f1', [event('f1')])).toEqual([0, 'too-large']);
  expect(await send('f1', [event('f1', 'family.moved')], [grant('f1', 'another')])).toEqual([0, 'forbidden']);
  expect(await send('f1', [event('f1', 'family.moved')])).toEqual([1]);
});

test('only so many families begin at one address', async () => {
  const { store, send, event } = aServer(budget);
  expect(await send('f1', [event('f1')])).toEqual([1]);
  expect(await send('f2', [event('f2')])).toEqual([1]);
  expect(await send('f3', [event('f3')])).toEqual([0, 'rate']);
  expect(await send('f1', [event('f1')])).toEqual([1]);
  expect(store.db.prepare('SELECT id FROM families ORDER BY id').all()).toEqual([{ id: 'f1' }, { id: 'f2' }]);
});

test('unused for two years a family goes, and its devices are told; one that is used stays', async () => {
  const { world, store, ask, send, event, grant } = aServer();
  await send('f1', [event('f1')]);
  await send('f2', [event('f2')]);
  world.pass(unusedMs / 2);
  await ask({ cursors: { 'family/f2': 0 }, grants: [grant('f2')] });
  world.pass(unusedMs / 2 + 1);
  deleteUnused(store, allRooms, world.now());
  expect(store.db.prepare('SELECT id FROM families').all()).toEqual([{ id: 'f2' }]);
  expect(store.db.prepare('SELECT DISTINCT stream FROM events').all()).toEqual([{ stream: 'family/f2' }]);
  expect(store.db.prepare('SELECT DISTINCT stream FROM read_family_entries').all()).toEqual([{ stream: 'family/f2' }]);
  expect((await ask({ cursors: { 'family/f1': 1 }, grants: [grant('f1')] })).gone).toEqual(['family/f1']);
  expect(await send('f1', [event('f1')])).toEqual([0, 'gone']);
  expect(store.db.prepare('SELECT id FROM families').all()).toEqual([{ id: 'f2' }]);
});
