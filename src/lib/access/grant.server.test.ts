import { describe, expect, it } from 'vitest';
import { aPassword, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { giveGrant, provenGrants, type HandedGrant } from './grant.server';
import { beginSession, endSession } from './session.server';
import { changePassword, setFirstPassword } from './staff.server';

const minute = 60_000;

async function anOffice() {
  const writer = aWriter(aStore());
  return { ...writer, writer };
}

describe('a grant', () => {
  it('holds for thirty days and only with its secret', async () => {
    const office = await anOffice();
    const staff = await aStaff(office.writer);
    const { secret, ...grant } = await giveGrant(office, { staff, device: 'browser' });
    expect(grant.until - grant.from).toBe(30 * 24 * 60 * minute);
    expect(await provenGrants(office.store, [{ id: grant.id, secret, device: 'browser' }])).toEqual([grant]);
    expect(await provenGrants(office.store, [{ id: grant.id, secret: 'made-up', device: 'browser' }])).toEqual([]);
  });

  it('counts on no other browser than the one it was given to', async () => {
    const office = await anOffice();
    const staff = await aStaff(office.writer);
    const { id, secret } = await giveGrant(office, { staff, device: 'browser' });
    expect(await provenGrants(office.store, [{ id, secret, device: 'another' }])).toEqual([]);
  });

  it('writes nothing more after its session, or after a new password; one with a PIN outlives the session', async () => {
    const office = await anOffice();
    const staff = await aStaff(office.writer);
    const token = await beginSession(office, staff);
    const given = {
      session: await giveGrant(office, { staff, device: 'browser', session: token }),
      pin: await giveGrant(office, { staff, device: 'browser' })
    };
    const untilOf = async ({ id, secret }: HandedGrant) =>
      (await provenGrants(office.store, [{ id, secret, device: 'browser' }]))[0]?.until;
    office.world.pass(minute);
    await endSession(office, token);
    expect(await untilOf(given.session)).toBe(office.world.now());
    expect(await untilOf(given.pin)).toBe(given.pin.until);
    const ended = office.world.now();
    office.world.pass(minute);
    await setFirstPassword(office.writer, { staffId: staff, password: 'regen am abend' });
    expect(await untilOf(given.session)).toBe(ended);
    expect(await untilOf(given.pin)).toBe(office.world.now());
  });

  it('goes on in the session in which its owner chose a new password', async () => {
    const office = await anOffice();
    const staff = await aStaff(office.writer);
    const [session, other] = [await beginSession(office, staff), await beginSession(office, staff)];
    const kept = await giveGrant(office, { staff, device: 'browser', session });
    const ended = await giveGrant(office, { staff, device: 'browser', session: other });
    office.world.pass(minute);
    await changePassword(office.writer, { staffId: staff, current: aPassword, next: 'regen am abend', session });
    const shown = [kept, ended].map(({ id, secret }) => ({ id, secret, device: 'browser' }));
    const found = new Map((await provenGrants(office.store, shown)).map(({ id, until }) => [id, until]));
    expect(found.get(kept.id)).toBe(kept.until);
    expect(found.get(ended.id)).toBe(office.world.now());
  });
});
