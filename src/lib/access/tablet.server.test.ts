import { describe, expect, it } from 'vitest';
import { aClub, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { giveGrant, provenGrants } from './grant.server';
import {
  changeTablet,
  enrolTablet,
  listTablets,
  makeCode,
  noteWaiting,
  provenTablet,
  restoreTablet,
  revokeTablet
} from './tablet.server';

const minute = 60_000;

async function anOffice() {
  const writer = aWriter(aStore());
  const { venue } = await aClub(writer);
  const make = () => makeCode(writer, { tabletName: 'Tablet 1', venue });
  return { ...writer, writer, venue, make };
}

async function anEnrolled() {
  const office = await anOffice();
  const { code } = await office.make();
  const enrolled = await enrolTablet(office, code);
  if (!enrolled.ok) throw new Error(enrolled.error);
  return { ...office, ...enrolled.value };
}

describe('an enrolment code', () => {
  it('enrols one tablet, typed in any way', async () => {
    const office = await anOffice();
    const { code } = await office.make();
    const enrolled = await enrolTablet(office, ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
    expect(enrolled).toMatchObject({ ok: true, value: { tablet: { name: 'Tablet 1', venue: office.venue } } });
  });

  it('works once', async () => {
    const office = await anOffice();
    const { code } = await office.make();
    await enrolTablet(office, code);
    expect(await enrolTablet(office, code)).toEqual({ ok: false, error: 'no-such-code' });
  });

  it.each([
    ['just before ten minutes', 10 * minute - 1, true],
    ['at ten minutes', 10 * minute, false]
  ])('%s → %s', async (_, passed, works) => {
    const office = await anOffice();
    const { code } = await office.make();
    office.world.pass(passed);
    expect((await enrolTablet(office, code)).ok).toBe(works);
  });

  it('is answered like an unknown one when it is over, and is not kept in plain', async () => {
    const office = await anOffice();
    const { code } = await office.make();
    expect(JSON.stringify(office.store.db.prepare('SELECT * FROM enrolment_codes').all())).not.toContain(code);
    office.world.pass(11 * minute);
    expect(await enrolTablet(office, code)).toEqual(await enrolTablet(office, 'AAAAAA'));
  });
});

describe('an enrolled tablet', () => {
  it('proves itself by its cookie alone', async () => {
    const { cookie, tablet, venue, ...office } = await anEnrolled();
    expect(await provenTablet(office, cookie)).toEqual({ id: tablet.id, venue, enrolledAt: office.world.now() });
    expect(await provenTablet(office, `${tablet.id}.made-up`)).toBeUndefined();
    expect(await provenTablet(office, 'nonsense')).toBeUndefined();
  });

  it('is called otherwise and locked by the office, and unlocked again', async () => {
    const { cookie, tablet, ...office } = await anEnrolled();
    await changeTablet(office.writer, { tablet: tablet.id, name: 'Tablet 7', mode: 'door' });
    expect(await provenTablet(office, cookie)).toMatchObject({ mode: 'door' });
    expect(await listTablets(office.store, 'all')).toMatchObject([{ name: 'Tablet 7', mode: 'door' }]);
    await changeTablet(office.writer, { tablet: tablet.id, name: 'Tablet 7', mode: 'club' });
    expect(await provenTablet(office, cookie)).not.toHaveProperty('mode');
  });

  it('is seen', async () => {
    const { cookie, ...office } = await anEnrolled();
    office.world.pass(5 * minute);
    await provenTablet(office, cookie);
    expect((await listTablets(office.store, 'all'))[0]?.seenAt).toBe(office.world.now());
  });

  it('tells the office how many entries still wait on it', async () => {
    const { tablet, ...office } = await anEnrolled();
    noteWaiting(office.store, { tablet: tablet.id, waiting: 3 });
    expect((await listTablets(office.store, 'all'))[0]?.waiting).toBe(3);
  });

  it('still says who it is when revoked, and whether it was lost', async () => {
    const { cookie, tablet, ...office } = await anEnrolled();
    await revokeTablet(office.writer, { tablet: tablet.id, lost: true });
    expect(await provenTablet(office, cookie)).toMatchObject({ revokedAt: office.world.now(), lost: true });
    await restoreTablet(office.writer, tablet.id);
    expect(await provenTablet(office, cookie)).not.toHaveProperty('revokedAt');
  });

  it('takes the grants of staff with it when it is lost, and brings them back', async () => {
    const { tablet, ...office } = await anEnrolled();
    const staff = await aStaff(office.writer);
    const { id, secret } = await giveGrant(office, { staff, device: 'browser', tablet: tablet.id });
    await revokeTablet(office.writer, { tablet: tablet.id, lost: true });
    expect(await provenGrants(office.store, [{ id, secret, device: 'browser' }])).toMatchObject([
      { lost: true, revokedAt: office.world.now() }
    ]);
    await restoreTablet(office.writer, tablet.id);
    expect((await provenGrants(office.store, [{ id, secret, device: 'browser' }]))[0]).not.toHaveProperty('revokedAt');
  });
});
