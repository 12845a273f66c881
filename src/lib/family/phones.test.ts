import { expect, test } from 'vitest';
import { newId } from '$lib/base/id';
import { aWay } from '../../../tests/support/engine';
import { aFamily, aHouse, aPhone, begun, joins, memberNamed, named, rule } from '../../../tests/support/family-device';
import { aFamilyServer, everythingStored } from '../../../tests/support/family-server';
import { allRooms } from '../../../tests/support/sync-server';
import { agreementOf } from './agreement';
import { deleteUnused, unusedMs } from './families.server';
import { furtherOf } from './week/children';
import { quartersOf } from './week/sums';

const plainWords = [
  'Mia-Sophie',
  'Pfannkuchen',
  'Mamas Handy',
  'Papas Handy',
  'Omas Tablet',
  'rule.written',
  'Trampolin'
];

test('an agreement that was begun alone comes to the other phones whole, with the answers and signatures that it has', async () => {
  const { server, ways } = aHouse();
  const one = await aPhone(ways());
  await one.devices.write([begun, rule('own', 'Kein Handy beim Pfannkuchen.')]);
  const writing = agreementOf((await one.devices.look()).row).rules[0]?.writing ?? newId(one.world);
  await one.devices.write([
    { type: 'rule.answered', data: { agreement: 'one', rule: 'own', who: 'child', says: 'yes', about: writing } },
    { type: 'rule.answered', data: { agreement: 'one', rule: 'own', who: 'parents', says: 'yes', about: writing } },
    {
      type: 'agreement.signed',
      data: { agreement: 'one', who: 'child', on: true, writings: [writing], name: 'Mia-Sophie' }
    }
  ]);
  const before = agreementOf((await one.devices.look()).row);
  expect(before.versions).toHaveLength(1);
  await one.devices.connect('Mamas Handy');
  await one.sync();
  const two = await aPhone(ways());
  await joins(two, one, 'Papas Handy');
  expect(agreementOf((await two.devices.look()).row)).toEqual(before);
  expect(agreementOf((await one.devices.look()).row)).toEqual(before);
  expect(await one.names()).toEqual(['Mamas Handy', 'Papas Handy'].slice(0, 1));
  await one.sync();
  expect(await one.names()).toEqual(['Mamas Handy', 'Papas Handy']);
  expect(await one.status()).toMatchObject({ waiting: 0, refused: 0 });
  for (const word of plainWords) expect(everythingStored(server)).not.toContain(word);
});

test('two phones that write offline come to the same agreement, field by field', async () => {
  const { one, two, three } = await aFamily();
  one.way.fail({ status: 0 });
  two.way.fail({ status: 0 });
  await one.devices.write([rule('own', 'Kein Handy am Tisch.'), rule('more', 'Trampolin vor Tablet.')]);
  two.world.pass(60_000);
  await two.devices.write([rule('own', 'Kein Handy beim Abendbrot.'), named('Mia')]);
  one.way.restore();
  two.way.restore();
  for (const phone of [one, two, one, three]) await phone.sync();
  const looks = await Promise.all([one, two, three].map(async ({ devices }) => (await devices.look()).row));
  expect(looks[1]).toEqual(looks[0]);
  expect(looks[2]).toEqual(looks[0]);
  expect(await one.words()).toEqual(['Kein Handy beim Abendbrot.', 'Trampolin vor Tablet.']);
  expect(agreementOf(looks[0]).names.child).toBe('Mia');
});

test('a removed phone reads and writes nothing new; one that was away comes along, and what it wrote there is kept', async () => {
  const { server, one, two, three } = await aFamily();
  three.way.fail({ status: 0 });
  await three.devices.write([rule('late', 'Oma liest vor.')]);
  const papa = await memberNamed(one, 'Papas Handy');
  await one.devices.remove(papa);
  await one.sync();
  expect(await one.names()).toEqual(['Mamas Handy', 'Omas Tablet']);
  await one.devices.write([rule('secret', 'Das liest Papa nicht.')]);
  await one.sync();
  await two.devices.write([rule('wrong', 'Papas Zusatz.')]);
  await two.sync();
  expect(await two.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Papas Zusatz.']);
  expect(await two.devices.look()).toMatchObject({ ended: 'removed' });
  expect((await two.devices.look()).current).toBeUndefined();
  expect(await two.status()).toMatchObject({ waiting: 0, refused: 0 });

  three.way.restore();
  await three.sync();
  await one.sync();
  await three.sync();
  const all = ['Kein Handy beim Pfannkuchen.', 'Oma liest vor.', 'Das liest Papa nicht.'];
  expect((await three.words()).sort()).toEqual([...all].sort());
  expect((await one.words()).sort()).toEqual([...all].sort());
  expect((await three.devices.look()).row).toEqual((await one.devices.look()).row);
  expect(await one.names()).toEqual(['Mamas Handy', 'Omas Tablet']);
  expect(await three.status()).toMatchObject({ waiting: 0, refused: 0 });
  for (const word of [...plainWords, 'liest vor', 'Zusatz']) {
    expect(everythingStored(server), word).not.toContain(word);
    for (const { way } of [one, two, three]) expect(JSON.stringify(way.requests), word).not.toContain(word);
  }
});

test('of two parents who remove each other at once, the first to reach the server counts', async () => {
  const { one, two, three } = await aFamily();
  await two.sync();
  one.way.fail({ status: 0 });
  await one.devices.remove(await memberNamed(one, 'Papas Handy'));
  expect((await one.devices.look()).current).toMatchObject({ isMoving: true });
  await one.devices.write([rule('meanwhile', 'Nach dem Entfernen geschrieben.')]);
  await two.devices.remove(await memberNamed(two, 'Omas Tablet'));
  await two.sync();
  one.way.restore();
  for (const phone of [one, two, one, three]) await phone.sync();
  expect(await two.names()).toEqual(['Mamas Handy', 'Papas Handy']);
  expect(await one.names()).toEqual(await two.names());
  expect(await two.words()).toContain('Nach dem Entfernen geschrieben.');
  expect(await one.status()).toMatchObject({ waiting: 0, refused: 0 });
  expect(await three.devices.look()).toMatchObject({ ended: 'removed' });
});

test('a phone that leaves keeps what it has, and the others see that it left', async () => {
  const { one, two } = await aFamily();
  await two.sync();
  await two.devices.leave();
  await one.sync();
  expect(await one.names()).toEqual(['Mamas Handy', 'Omas Tablet']);
  expect(await two.words()).toEqual(['Kein Handy beim Pfannkuchen.']);
  expect(await two.devices.look()).toMatchObject({ ended: 'left' });
  await two.devices.erase();
  expect((await two.devices.look()).row).toBeUndefined();
});

test('what a family wrote stays on its phones, also when none of them was there for two years', async () => {
  const { server, one, two } = await aFamily();
  await two.sync();
  two.way.fail({ status: 0 });
  await two.devices.write([rule('more', 'Trampolin vor Tablet.')]);
  await one.devices.write([rule('most', 'Draußen zuerst.')]);
  await one.sync();
  deleteUnused(server.store, allRooms, one.world.now() + 2 * unusedMs);
  const restarted = aFamilyServer({ world: one.world, store: server.store });
  for (const phone of [one, two]) phone.way.through((body) => restarted.transport(body));
  for (const phone of [one, two]) await phone.sync();
  expect(await one.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Draußen zuerst.']);
  expect(await two.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Trampolin vor Tablet.']);
  for (const phone of [one, two]) {
    expect(await phone.devices.look()).toMatchObject({ ended: 'unused' });
    expect(await phone.status()).toMatchObject({ waiting: 0, refused: 0 });
  }
  await one.devices.connect('Mamas Handy');
  await one.sync();
  await joins(two, one, 'Papas Handy');
  await one.sync();
  expect((await one.words()).sort()).toEqual((await two.words()).sort());
  expect(await one.words()).toHaveLength(3);
});

test('whose browser was cleared comes by a new code and has everything; what was lost with it is removed', async () => {
  const { server, one, two, three } = await aFamily();
  await two.devices.write([rule('more', 'Trampolin vor Tablet.')]);
  await two.sync();
  const cleared = await aPhone(aWay(server.transport));
  expect((await cleared.devices.look()).current).toBeUndefined();
  await joins(cleared, one, 'Papas Handy, neu');
  expect(await cleared.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Trampolin vor Tablet.']);
  await one.sync();
  await one.devices.remove(await memberNamed(one, 'Papas Handy'));
  for (const phone of [one, cleared, three, one]) await phone.sync();
  for (const phone of [one, cleared, three]) {
    expect(await phone.names()).toEqual(['Mamas Handy', 'Omas Tablet', 'Papas Handy, neu']);
    expect(await phone.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Trampolin vor Tablet.']);
  }
});

test("whoever signs in on a family's phone, and out again, the family stays on it", async () => {
  const { one, two } = await aFamily();
  for (let count = 0; count < 30; count++) await one.engine.holdGrant({ id: `grant-${count}`, secret: 'secret' });
  const none = { venues: [], groups: [], members: [], meetings: [] };
  await one.shelf.write((tx) =>
    tx.putSnapshot({ tag: 't', snapshot: { ...none, staff: { id: 'otto', name: 'Otto', role: 'trainer' } } })
  );
  await one.engine.handOn();
  expect(await one.words()).toEqual(['Kein Handy beim Pfannkuchen.']);
  await two.devices.write([rule('more', 'Trampolin vor Tablet.')]);
  await two.sync();
  await one.sync();
  expect(await one.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Trampolin vor Tablet.']);
});

test("a week's times come to the other phones sealed, and nothing of them stands with the server", async () => {
  const { server, one, two } = await aFamily();
  const field = { week: '2026-11-23', day: 0, kind: 'sleep', column: 'was' } as const;
  await one.devices.write([{ type: 'time.entered', data: { ...field, quarters: 38 } }]);
  await one.devices.write([{ type: 'child.named', data: { child: 'ben', name: 'Ben-Luca' } }]);
  await one.devices.write([{ type: 'time.entered', data: { ...field, child: 'ben', quarters: 40 } }]);
  await one.sync();
  await two.sync();
  expect(quartersOf((await two.devices.look()).times, field)).toBe(38);
  expect(furtherOf((await two.devices.look()).times)).toEqual([{ child: 'ben', name: 'Ben-Luca' }]);
  await two.devices.leave();
  const { times } = await two.devices.look();
  expect([quartersOf(times, field), quartersOf(times, { ...field, child: 'ben' })]).toEqual([38, 40]);
  for (const word of ['time.entered', 'child.named', 'Ben-Luca', 'quarters', 'sleep']) {
    expect(everythingStored(server), word).not.toContain(word);
    expect(JSON.stringify(one.way.requests), word).not.toContain(word);
  }
});
