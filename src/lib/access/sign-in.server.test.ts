import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPassword, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { resolveActor } from './actor.server';
import { endSession, signedIn } from './session.server';
import { Door } from './sign-in.server';
import { changePassword, disableStaff, enableStaff } from './staff.server';

const hour = 3_600_000;
const address = '192.0.2.7';

async function aHouse() {
  const writer = aWriter(aStore());
  const staffId = await aStaff(writer, { username: 'Anna.Berg', role: 'office' });
  return { ...writer, writer, staffId, door: new Door(writer.store, writer.world) };
}

async function signInAs(
  { door }: { door: Door },
  { username = 'anna.berg', password = aPassword } = {}
): Promise<string> {
  const result = await door.signIn({ username, password, address });
  if (!result.ok) throw new Error(result.error.why);
  return result.value.token;
}

describe('signing in', () => {
  it('lets somebody in by name and password, whatever the capitals of the name', async () => {
    const house = await aHouse();
    const token = await signInAs(house, { username: ' ANNA.berg ' });
    expect(await signedIn(house, token)).toMatchObject({ id: house.staffId, role: 'office', name: 'Anna.Berg' });
  });

  it('says the same about a wrong password, an unknown name and a closed account', async () => {
    const house = await aHouse();
    const other = await aStaff(house.writer, { username: 'bernd' });
    await disableStaff(house.writer, other);
    const tries = [
      { username: 'anna.berg', password: 'rote blume!' },
      { username: 'nobody', password: aPassword },
      { username: 'bernd', password: aPassword }
    ];
    const answers = await Promise.all(tries.map((one) => house.door.signIn({ ...one, address })));
    expect(answers).toEqual(tries.map(() => ({ ok: false, error: { why: 'wrong' } })));
  });

  it('keeps no token that could be stolen from the database', async () => {
    const house = await aHouse();
    const token = await signInAs(house);
    const kept = JSON.stringify(house.store.db.prepare('SELECT * FROM sessions').all());
    expect(kept).not.toContain(token);
  });

  it('makes an actor of the cookie, and none of a made-up one', async () => {
    const house = await aHouse();
    const token = await signInAs(house);
    const ask = (value: string) =>
      resolveActor(() => house.store, {
        world: house.world,
        cookies: { get: (name) => (name === 'session' ? value : undefined) }
      });
    expect((await ask(token)).actor).toEqual({ kind: 'staff', staff: house.staffId, role: 'office' });
    expect((await ask('made-up')).actor).toEqual({ kind: 'visitor' });
  });

  it('opens no database for a visitor', async () => {
    const open = vi.fn();
    await resolveActor(open, { world: aWriter(aStore()).world, cookies: { get: () => undefined } });
    expect(open).not.toHaveBeenCalled();
  });
});

describe('a session', () => {
  it('ends by signing out', async () => {
    const house = await aHouse();
    const token = await signInAs(house);
    await endSession(house, token);
    expect(await signedIn(house, token)).toBeUndefined();
  });

  it('lasts while it is used and ends after twelve idle hours', async () => {
    const house = await aHouse();
    const token = await signInAs(house);
    house.world.pass(11 * hour);
    expect(await signedIn(house, token)).toBeDefined();
    house.world.pass(11 * hour);
    expect(await signedIn(house, token)).toBeDefined();
    house.world.pass(12 * hour + 1);
    expect(await signedIn(house, token)).toBeUndefined();
  });

  it('ends after a week, however much it is used', async () => {
    const house = await aHouse();
    const token = await signInAs(house);
    for (let passed = 0; passed < 7 * 24; passed += 8) {
      expect(await signedIn(house, token)).toBeDefined();
      house.world.pass(8 * hour);
    }
    house.world.pass(1);
    expect(await signedIn(house, token)).toBeUndefined();
  });

  it('ends with the account and does not come back when it opens again', async () => {
    const house = await aHouse();
    const bernd = await aStaff(house.writer, { username: 'bernd' });
    const token = await signInAs(house, { username: 'bernd' });
    await disableStaff(house.writer, bernd);
    expect(await signedIn(house, token)).toBeUndefined();
    await enableStaff(house.writer, bernd);
    expect(await signedIn(house, token)).toBeUndefined();
  });

  it('stays when its owner changes the password, and all others of theirs end', async () => {
    const house = await aHouse();
    const [here, elsewhere] = [await signInAs(house), await signInAs(house)];
    const change = { staffId: house.staffId, current: aPassword, next: 'gelbe blume', session: here };
    expect(await changePassword(house.writer, { ...change, current: 'wrong one!' })).toEqual({
      ok: false,
      error: 'wrong'
    });
    expect((await changePassword(house.writer, change)).ok).toBe(true);
    expect(await signedIn(house, here)).toBeDefined();
    expect(await signedIn(house, elsewhere)).toBeUndefined();
    expect(await signInAs(house, { password: 'gelbe blume' })).toBeTypeOf('string');
  });
});

describe('the last office account', () => {
  it('cannot be closed, or nobody could open it again', async () => {
    const house = await aHouse();
    expect(await disableStaff(house.writer, house.staffId)).toEqual({ ok: false, error: 'last-office' });
  });
});

describe('guessing', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const guess = (door: Door, username: string, password = 'a wrong guess') =>
    door.signIn({ username, password, address });

  it('is stopped after five wrong passwords, with the time to wait, and forgiven after it', async () => {
    const house = await aHouse();
    for (let at = 0; at < 5; at++)
      expect(await guess(house.door, 'anna.berg')).toMatchObject({ error: { why: 'wrong' } });
    const sixth = await guess(house.door, 'anna.berg', aPassword);
    expect(sixth).toMatchObject({ ok: false, error: { why: 'too-often' } });
    expect(!sixth.ok && sixth.error.why === 'too-often' && sixth.error.waitMs).toBeGreaterThan(14 * 60_000);
    vi.advanceTimersByTime(15 * 60_000 + 1000);
    expect((await guess(house.door, 'anna.berg', aPassword)).ok).toBe(true);
  });

  it('of one name does not keep another person of the same club out', async () => {
    const house = await aHouse();
    await aStaff(house.writer, { username: 'bernd' });
    for (let at = 0; at < 6; at++) await guess(house.door, 'anna.berg');
    expect((await guess(house.door, 'bernd', aPassword)).ok).toBe(true);
  });

  it('of many names from one address is stopped, too', async () => {
    const house = await aHouse();
    const answers = await Promise.all(Array.from({ length: 61 }, (_, at) => guess(house.door, `name${at}`)));
    expect(answers.at(-1)).toMatchObject({ error: { why: 'too-often' } });
  });

  it('is forgotten when the password was right', async () => {
    const house = await aHouse();
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < 4; at++) await guess(house.door, 'anna.berg');
      expect((await guess(house.door, 'anna.berg', aPassword)).ok).toBe(true);
    }
  });
});
