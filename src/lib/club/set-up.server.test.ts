import { describe, expect, it } from 'vitest';
import { ensureSetUpKey, newSetUpKey, setUpLinkState } from '$lib/access/set-up-link.server';
import { Door } from '$lib/access/sign-in.server';
import { latestDeeds } from '$lib/audit/trail.server';
import { aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { setUp } from './set-up.server';
import { listVenues } from './venues.server';

const hour = 3_600_000;
const office = { username: 'amt', name: 'Amt für Soziales', password: 'ein langes wort' };
const venue = { name: 'Stadtbücherei', address: 'Markt 1' };

const aHouse = () => aWriter(aStore());

describe('the one-time link', () => {
  it('is made while there is no office, and no more after', async () => {
    const house = aHouse();
    const key = await ensureSetUpKey(house);
    expect(key).toBeTypeOf('string');
    await setUp(house, { key: key ?? '', office, venue });
    expect(await ensureSetUpKey(house)).toBeUndefined();
  });

  it('is made again when the only office account was closed by hand', async () => {
    const house = aHouse();
    await aStaff(house, { username: 'amt', role: 'office' });
    house.store.db.prepare('UPDATE staff SET disabled_at = 1').run();
    expect(await ensureSetUpKey(house)).toBeTypeOf('string');
  });

  it('makes office and first venue in one go and signs the office in', async () => {
    const house = aHouse();
    const key = await newSetUpKey(house);
    expect((await setUp(house, { key, office, venue })).ok).toBe(true);
    expect(await listVenues(house.store, 'all')).toMatchObject([venue]);
    const door = new Door(house.store, house.world);
    expect((await door.signIn({ ...office, address: '::1' })).ok).toBe(true);
    expect((await latestDeeds(house.store, 10)).map(({ by, action }) => `${by} ${action}`)).toEqual([
      'set-up venue.added',
      'set-up staff.added'
    ]);
  });

  it('works once', async () => {
    const house = aHouse();
    const key = await newSetUpKey(house);
    await setUp(house, { key, office, venue });
    expect(await setUp(house, { key, office: { ...office, username: 'other' }, venue })).toEqual({
      ok: false,
      error: 'link-over'
    });
    expect(await setUpLinkState(house, key)).toBe('over');
    expect(await listVenues(house.store, 'all')).toHaveLength(1);
  });

  it('works once for two browsers at the same moment', async () => {
    const house = aHouse();
    const key = await newSetUpKey(house);
    const both = await Promise.all([setUp(house, { key, office, venue }), setUp(house, { key, office, venue })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ['just before a day', 24 * hour - 1, 'open'],
    ['after a day', 24 * hour, 'over']
  ])('%s is %s', async (_, passed, state) => {
    const house = aHouse();
    const key = await newSetUpKey(house);
    house.world.pass(passed);
    expect(await setUpLinkState(house, key)).toBe(state);
    expect((await setUp(house, { key, office })).ok).toBe(state === 'open');
  });

  it('stays open when the server starts again, and is over with all others when one was used', async () => {
    const house = aHouse();
    const [older, newer] = [await newSetUpKey(house), await newSetUpKey(house)];
    expect(await setUpLinkState(house, older)).toBe('open');
    await setUp(house, { key: older, office, venue });
    expect(await setUpLinkState(house, newer)).toBe('over');
  });

  it('that was never made is unknown', async () => {
    expect(await setUpLinkState(aHouse(), 'made-up')).toBe('unknown');
  });

  it('gives a locked-out office a new password, and a trainer of that name the office', async () => {
    const house = aHouse();
    const id = await aStaff(house, { username: 'amt', role: 'trainer' });
    const result = await setUp(house, { key: await newSetUpKey(house), office });
    expect(result).toEqual({ ok: true, value: { staffId: id } });
    const door = new Door(house.store, house.world);
    expect((await door.signIn({ ...office, address: '::1' })).ok).toBe(true);
    expect(await ensureSetUpKey(house)).toBeUndefined();
  });
});
