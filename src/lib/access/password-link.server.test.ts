import { expect, it } from 'vitest';
import { aPassword, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { giveGrant, provenGrants } from './grant.server';
import { makePasswordLink, passwordLinkOf, usePasswordLink } from './password-link.server';
import { beginSession, signedIn } from './session.server';
import { Door } from './sign-in.server';
import { disableStaff, setFirstPassword } from './staff.server';

const day = 24 * 3_600_000;
const next = 'gelbe blume';

async function aForgetfulTrainer() {
  const writer = aWriter(aStore());
  const staff = await aStaff(writer, { username: 'luise' });
  const door = new Door(writer.store, writer.world);
  const opens = async (password: string) =>
    (await door.signIn({ username: 'luise', password, address: '127.0.0.1' })).ok;
  const deeds = () =>
    writer.store.db.prepare(`SELECT by, action FROM audit_lines WHERE action LIKE 'password-link.%' ORDER BY id`).all();
  return { writer, staff, opens, deeds };
}

it('a link lets somebody choose a password once; the old one and old sessions open nothing from its making on', async () => {
  const { writer, staff, opens, deeds } = await aForgetfulTrainer();
  const token = await beginSession(writer, staff);
  const { key } = await makePasswordLink(writer, staff);
  expect(await signedIn(writer, token)).toBeUndefined();
  expect(await opens(aPassword)).toBe(false);
  expect(await passwordLinkOf(writer, key)).toMatchObject({ state: 'open', person: { username: 'luise' } });
  expect(await usePasswordLink(writer, { key, password: next })).toEqual({ ok: true, value: { staffId: staff } });
  expect(await opens(next)).toBe(true);
  expect(await passwordLinkOf(writer, key)).toEqual({ state: 'over' });
  expect(await usePasswordLink(writer, { key, password: 'rote blume' })).toEqual({ ok: false, error: 'over' });
  expect(await opens('rote blume')).toBe(false);
  expect(deeds()).toEqual([
    { by: 'staff/test', action: 'password-link.made' },
    { by: `staff/${staff}`, action: 'password-link.used' }
  ]);
});

it('a link is over after eight days, when a newer one is made, and when the account is closed', async () => {
  const { writer, staff } = await aForgetfulTrainer();
  const first = await makePasswordLink(writer, staff);
  const second = await makePasswordLink(writer, staff);
  expect(await passwordLinkOf(writer, first.key)).toEqual({ state: 'over' });
  writer.world.pass(8 * day - 1);
  expect(await passwordLinkOf(writer, second.key)).toMatchObject({ state: 'open' });
  writer.world.pass(1);
  expect(await passwordLinkOf(writer, second.key)).toEqual({ state: 'over' });
  expect(await usePasswordLink(writer, { key: second.key, password: next })).toEqual({ ok: false, error: 'over' });
  const third = await makePasswordLink(writer, staff);
  await disableStaff(writer, staff);
  expect(await passwordLinkOf(writer, third.key)).toEqual({ state: 'over' });
  expect(await usePasswordLink(writer, { key: third.key, password: next })).toEqual({ ok: false, error: 'over' });
  expect(await passwordLinkOf(writer, 'never was one')).toEqual({ state: 'unknown' });
});

it('a first password that is given afterwards ends the link: only the newest word of the office counts', async () => {
  const { writer, staff, opens } = await aForgetfulTrainer();
  const { key } = await makePasswordLink(writer, staff);
  await setFirstPassword(writer, { staffId: staff, password: next });
  expect(await passwordLinkOf(writer, key)).toEqual({ state: 'over' });
  expect(await opens(next)).toBe(true);
});

it('the key itself is kept nowhere', async () => {
  const { writer, staff } = await aForgetfulTrainer();
  const { key } = await makePasswordLink(writer, staff);
  const rows = JSON.stringify(writer.store.db.prepare('SELECT * FROM password_links').all());
  expect(rows).not.toContain(key);
});

it('what was entered before is handed in all the same: the grants take nothing new, and lose nothing old', async () => {
  const { writer, staff } = await aForgetfulTrainer();
  const { id, secret } = await giveGrant(writer, { staff, device: 'd' });
  writer.world.pass(1000);
  await makePasswordLink(writer, staff);
  const [grant] = await provenGrants(writer.store, [{ id, secret, device: 'd' }]);
  expect(grant).toMatchObject({ until: writer.world.now() });
  expect(grant?.revokedAt).toBeUndefined();
});
