import { expect, it } from 'vitest';
import { aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { resolveActor } from './actor.server';
import { openOffices, rolesOf, setOfficeVenues } from './roles.server';
import { beginSession } from './session.server';
import { ensureSetUpKey } from './set-up-link.server';
import { disableStaff, listStaff } from './staff.server';

async function anOffice() {
  const writer = aWriter(aStore());
  const all = await aStaff(writer, { username: 'amt', role: 'office' });
  const some = await aStaff(writer, { username: 'ort', role: 'office', venues: ['parish', 'library'] });
  return { writer, store: writer.store, all, some };
}

it('an office is of all venues, or of those that were named, and its sessions know', async () => {
  const { writer, store, all, some } = await anOffice();
  const actorOf = async (staff: string) => {
    const session = await beginSession(writer, staff);
    const cookies = { get: (name: string) => (name === 'session' ? session : undefined) };
    return (await resolveActor(() => store, { cookies, world: writer.world })).actor;
  };
  expect(await actorOf(all)).toEqual({ kind: 'staff', staff: all, role: 'office' });
  expect(await actorOf(some)).toEqual({ kind: 'staff', staff: some, role: 'office', venues: ['library', 'parish'] });
  const trainer = await aStaff(writer);
  expect(await actorOf(trainer)).toEqual({ kind: 'staff', staff: trainer, role: 'trainer' });
  expect((await listStaff(store)).map(({ name, venues }) => [name, venues])).toEqual([
    ['amt', 'all'],
    ['lotse', []],
    ['ort', ['library', 'parish']]
  ]);
});

it('a change counts from now on, and what was before is remembered, also within one millisecond', async () => {
  const { writer, store, some } = await anOffice();
  const start = writer.world.now();
  writer.world.pass(1000);
  await setOfficeVenues(writer, { staffId: some, venues: 'all' });
  await setOfficeVenues(writer, { staffId: some, venues: ['parish'] });
  expect(rolesOf(store, [some]).get(some)).toEqual([
    { role: 'office', from: start, until: start + 1000, venues: ['library', 'parish'] },
    { role: 'office', from: start + 1000, until: start + 1001 },
    { role: 'office', from: start + 1001, venues: ['parish'] }
  ]);
});

it('the last office of all venues stays one, whatever offices of some there are', async () => {
  const { writer, store, all, some } = await anOffice();
  const lastOffice = { ok: false, error: 'last-office' };
  expect(await setOfficeVenues(writer, { staffId: all, venues: ['library'] })).toEqual(lastOffice);
  expect(await disableStaff(writer, all)).toEqual(lastOffice);
  expect(openOffices(store)).toEqual([all]);
  await setOfficeVenues(writer, { staffId: some, venues: 'all' });
  expect(await setOfficeVenues(writer, { staffId: all, venues: ['library'] })).toEqual({ ok: true, value: undefined });
  expect(openOffices(store)).toEqual([some]);
});

it('with offices of some venues only, each start gives out a link: nobody else could make one of all', async () => {
  const writer = aWriter(aStore());
  await aStaff(writer, { username: 'ort', role: 'office', venues: ['library'] });
  expect(await ensureSetUpKey(writer)).toBeDefined();
});
