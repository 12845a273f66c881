import { argon2Sync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { world } from '$lib/base/world';
import { atFullStrength } from '../../../tests/support/argon2';
import { hashPassword, isPassword } from './password.server';

beforeEach(atFullStrength);

describe('a kept password', () => {
  it('is recognised, and another is not', async () => {
    const kept = await hashPassword('blaue blume', world);
    expect(await isPassword('blaue blume', kept)).toBe(true);
    expect(await isPassword('blaue Blume', kept)).toBe(false);
  });

  it('names algorithm and cost, so that the cost can grow', async () => {
    expect(await hashPassword('blaue blume', world)).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/
    );
  });

  it('is worked on as hard as it says', async () => {
    const [, , , , salt = '', tag = ''] = (await hashPassword('blaue blume', world)).split('$');
    const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
    const found = argon2Sync('argon2id', { ...cost, message: 'blaue blume', nonce: Buffer.from(salt, 'base64') });
    expect(Buffer.from(tag, 'base64').equals(found)).toBe(true);
  });

  it('looks different each time, for two people with the same one', async () => {
    expect(await hashPassword('blaue blume', world)).not.toBe(await hashPassword('blaue blume', world));
  });

  it('is worked on also when nobody has that name', async () => {
    const before = performance.now();
    expect(await isPassword('blaue blume', undefined)).toBe(false);
    expect(performance.now() - before).toBeGreaterThan(5);
  });

  it('that cannot be read opens nothing', async () => {
    expect(await isPassword('', 'plain')).toBe(false);
  });
});
