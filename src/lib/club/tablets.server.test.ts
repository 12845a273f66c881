import { expect, it } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { enrolTablet, makeCode, noteWaiting, revokeTablet } from '$lib/access/tablet.server';
import { aClub, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { clubRights } from './rights.server';
import { tabletsSeenBy } from './tablets.server';

async function twoVenues() {
  const writer = aWriter(aStore());
  const [eva, udo] = [await aStaff(writer, { username: 'eva' }), await aStaff(writer, { username: 'udo' })];
  const office = await aStaff(writer, { username: 'amt', role: 'office' });
  const here = await aClub(writer, { name: 'Montag', trainers: [eva] });
  const there = await aClub(writer, { name: 'Freitag', trainers: [udo] });
  const enrol = async (tabletName: string, venue: string) => {
    const enrolled = await enrolTablet(writer, (await makeCode(writer, { tabletName, venue })).code);
    if (!enrolled.ok) throw new Error(enrolled.error);
    return enrolled.value.tablet.id;
  };
  const tablets = {
    a: await enrol('A', here.venue),
    b: await enrol('B', here.venue),
    c: await enrol('C', there.venue)
  };
  const seenBy = (staff: string, role: 'trainer' | 'office' = 'trainer') =>
    tabletsSeenBy(writer.store, { actor: { kind: 'staff', staff, role }, now: writer.world.now() });
  return { writer, eva, udo, office, here, tablets, seenBy };
}

it('shows a trainer the tablets at their venue, with what they reported last, and nothing that proves one', async () => {
  const { writer, eva, here, tablets, seenBy } = await twoVenues();
  noteWaiting(writer.store, { tablet: tablets.b, waiting: 4 });
  const seenAt = writer.world.now();
  expect(await seenBy(eva)).toEqual([
    { id: tablets.a, name: 'A', venue: here.venue, seenAt, waiting: 0 },
    { id: tablets.b, name: 'B', venue: here.venue, seenAt, waiting: 4 }
  ]);
});

it('shows the office all, and nobody a tablet that was taken out of use', async () => {
  const { writer, office, udo, tablets, seenBy } = await twoVenues();
  expect((await seenBy(office, 'office')).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  await revokeTablet(writer, { tablet: tablets.c, lost: true });
  expect((await seenBy(office, 'office')).map(({ name }) => name)).toEqual(['A', 'B']);
  expect(await seenBy(udo)).toEqual([]);
});

it('is not for a tablet alone', async () => {
  const { writer, here, tablets } = await twoVenues();
  const now = writer.world.now();
  const device: Actor = { kind: 'device', tablet: { id: tablets.a, venue: here.venue, enrolledAt: now } };
  expect(clubRights(writer.store, { actor: device, grants: [], now }).tablets).toBeUndefined();
});
