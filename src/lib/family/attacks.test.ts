import { expect, test } from 'vitest';
import { newId } from '$lib/base/id';
import { visitor } from '$lib/sync/visitor';
import { aWay } from '../../../tests/support/engine';
import { aFamily, aHouse, aPhone, memberNamed, rule } from '../../../tests/support/family-device';
import { aFamilyServer, everythingStored } from '../../../tests/support/family-server';
import { readInvitation } from './invitation';
import { memberships, ring } from './ring';
import { keysOf } from './sealing';

test('a link of before the new key opens nothing', async () => {
  const { one, two } = await aFamily();
  const old = await one.devices.invite();
  await one.devices.remove(await memberNamed(one, 'Papas Handy'));
  await one.sync();
  const read = await readInvitation(`#${old?.text ?? ''}`, two.world.now());
  if (!read.ok) throw new Error(read.error);
  const stranger = await aPhone(aWay(two.way.transport));
  await stranger.devices.join(read.value, 'Fremd');
  await stranger.sync();
  expect(await stranger.devices.look()).toMatchObject({ ended: 'removed' });
  await one.sync();
  expect(await one.names()).not.toContain('Fremd');
});

test('a link that fits no family says so, and makes none', async () => {
  const { server, ways } = aHouse();
  const phone = await aPhone(ways());
  await phone.sync();
  phone.world.pass(1000);
  await phone.devices.join({ family: newId(phone.world), secret: 'A'.repeat(43), until: 0 }, 'Handy');
  await phone.sync();
  expect(await phone.devices.look()).toMatchObject({ ended: 'unknown' });
  expect(server.store.db.prepare('SELECT * FROM families').all()).toEqual([]);
});

test('what was changed on the way is refused and counted; all else is there', async () => {
  const { server, one, two } = await aFamily();
  await one.devices.write([rule('more', 'Trampolin vor Tablet.'), rule('most', 'Draußen zuerst.')]);
  await one.sync();
  const { db } = server.store;
  const [newest] = db.prepare<[], { id: string }>('SELECT id FROM events ORDER BY seq DESC').all();
  db.prepare(`UPDATE events SET data = replace(data, '"box":"', '"box":"AAAA') WHERE id = ?`).run(newest?.id);
  const restarted = aFamilyServer({ world: one.world, store: server.store });
  two.way.through((body) => restarted.transport(body));
  await two.sync();
  expect(await two.devices.look()).toMatchObject({ unreadable: 1 });
  expect(await two.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Trampolin vor Tablet.']);
});

test("ciphertexts in each other's place are refused, and an entry of before does not come back as news", async () => {
  const { server, one, two } = await aFamily();
  await one.devices.write([rule('more', 'Trampolin vor Tablet.')]);
  await one.devices.write([rule('more', 'Draußen zuerst.')]);
  await one.sync();
  const { db } = server.store;
  const rows = db.prepare<[], { seq: number; data: string }>('SELECT seq, data FROM events ORDER BY seq').all();
  const [older, newer] = rows.slice(-2);
  const change = db.prepare('UPDATE events SET data = ? WHERE seq = ?');
  change.run(newer?.data, older?.seq);
  change.run(older?.data, newer?.seq);
  const restarted = aFamilyServer({ world: one.world, store: server.store });
  two.way.through((body) => restarted.transport(body));
  await two.sync();
  expect(await two.devices.look()).toMatchObject({ unreadable: 2 });
  expect(await two.words()).toEqual(['Kein Handy beim Pfannkuchen.']);
});

test('a sealed word that is passed off as a move ends nothing', async () => {
  const { server, one, two } = await aFamily();
  await one.devices.write([rule('more', 'Trampolin vor Tablet.')]);
  await one.sync();
  const { db } = server.store;
  db.prepare("UPDATE events SET type = 'family.moved' WHERE seq = (SELECT max(seq) FROM events)").run();
  const restarted = aFamilyServer({ world: one.world, store: server.store });
  two.way.through((body) => restarted.transport(body));
  await two.sync();
  expect(await two.devices.look()).toMatchObject({ unreadable: 1, current: { isMoving: false } });
  expect(await two.words()).toEqual(['Kein Handy beim Pfannkuchen.']);
});

test('a stranger who used the link stands in the list; removed, they read and write nothing new', async () => {
  const { server, one, two } = await aFamily();
  const link = await readInvitation(`#${(await one.devices.invite())?.text ?? ''}`, one.world.now());
  if (!link.ok) throw new Error(link.error);
  const stranger = await aPhone(aWay(server.transport));
  await stranger.sync();
  await stranger.devices.join(link.value, 'Fremd');
  await stranger.sync();
  await one.sync();
  await one.devices.remove(await memberNamed(one, 'Fremd'));
  await one.devices.write([rule('secret', 'Das liest kein Fremder.')]);
  for (const phone of [one, stranger, two, one]) await phone.sync();
  await stranger.devices.write([rule('wrong', 'Vom Fremden.')]);
  for (const phone of [stranger, one, two]) await phone.sync();
  expect(await stranger.devices.look()).toMatchObject({ ended: 'removed' });
  expect(await stranger.words()).not.toContain('Das liest kein Fremder.');
  for (const phone of [one, two]) {
    expect(await phone.names()).toEqual(['Mamas Handy', 'Papas Handy', 'Omas Tablet']);
    expect(await phone.words()).toEqual(['Kein Handy beim Pfannkuchen.', 'Das liest kein Fremder.']);
  }
});

test('secret and private key never leave a device; of the token the server keeps what tells the right one', async () => {
  const { server, one, two, three } = await aFamily();
  await one.devices.remove(await memberNamed(one, 'Omas Tablet'));
  for (const phone of [one, two, one, three]) await phone.sync();
  const [stored, sent] = [everythingStored(server), JSON.stringify([one, two, three].map(({ way }) => way.requests))];
  for (const { engine } of [one, two, three]) {
    const row = await engine.row(ring, visitor);
    for (const { secret, family, device } of Object.values(row?.joined ?? {})) {
      for (const hidden of [secret, device.privateKey]) {
        expect(stored).not.toContain(hidden);
        expect(sent).not.toContain(hidden);
      }
      const { token } = await keysOf(secret, `family/${family}`);
      expect(sent).toContain(token);
      expect(stored).not.toContain(token);
    }
  }
  expect(memberships(await one.engine.row(ring, visitor))).toHaveLength(1);
});
