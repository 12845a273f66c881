import { describe, expect, it } from 'vitest';
import { makeStaffKey, openStaffKey, pinRounds, seal, unseal } from './pin-box';

/** Enough to be right; how slow it is does not matter here. */
const rounds = 1000;
const secret = { grant: { id: 'g', secret: 'geheim' }, name: 'Jürgen' };

async function opened(key: Awaited<ReturnType<typeof makeStaffKey>>, pin: string): Promise<CryptoKey> {
  const half = await openStaffKey(key, pin);
  if (!half) throw new Error('The PIN does not fit');
  return half;
}

describe('a staff key', () => {
  it('takes the rounds that OWASP asks for', () => {
    expect(pinRounds).toBeGreaterThanOrEqual(600_000);
  });

  it('opens with its PIN, and with no other', async () => {
    const key = await makeStaffKey('271828', rounds);
    expect(await openStaffKey(key, '271828')).toBeDefined();
    expect(await openStaffKey(key, '271829')).toBeUndefined();
    expect(await openStaffKey(key, '')).toBeUndefined();
  });

  it('opens what was sealed to it without the PIN, each time in another way', async () => {
    const key = await makeStaffKey('271828', rounds);
    const [one, two] = [await seal(key, secret), await seal(key, secret)];
    expect(one).not.toEqual(two);
    const half = await opened(key, '271828');
    expect(await unseal(half, one)).toEqual(secret);
    expect(await unseal(half, two)).toEqual(secret);
  });

  it('opens neither what was sealed to another nor what was changed', async () => {
    const [key, other] = [await makeStaffKey('271828', rounds), await makeStaffKey('271828', rounds)];
    const half = await opened(key, '271828');
    expect(await unseal(half, await seal(other, secret))).toBeUndefined();
    const sealed = await seal(key, secret);
    const [first = '', ...rest] = sealed.data;
    expect(await unseal(half, { ...sealed, data: [first === 'A' ? 'B' : 'A', ...rest].join('') })).toBeUndefined();
  });

  it('shows neither PIN nor content in what is kept', async () => {
    const key = await makeStaffKey('271828', rounds);
    const kept = JSON.stringify({ ...key, grant: await seal(key, secret) });
    for (const word of ['271828', 'geheim', btoa('271828'), btoa('geheim')]) expect(kept).not.toContain(word);
  });

  it('is another one each time, also for the same PIN', async () => {
    const [one, two] = [await makeStaffKey('271828', rounds), await makeStaffKey('271828', rounds)];
    expect(one.salt).not.toBe(two.salt);
    expect(one.publicKey).not.toBe(two.publicKey);
  });
});
