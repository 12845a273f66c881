import { describe, expect, test } from 'vitest';
import { newId, parseId } from './id';
import { world } from './world';

describe('ids', () => {
  test('are UUIDs of version 7, each another', () => {
    const ids = Array.from({ length: 1000 }, () => newId(world));
    expect(ids.every((id) => parseId(id) === id)).toBe(true);
    expect(new Set(ids).size).toBe(1000);
  });

  test('made later sort later', () => {
    const at = (ms: number) => newId({ ...world, now: () => ms });
    expect(at(1_700_000_000_000) < at(1_700_000_000_001)).toBe(true);
  });

  test.each(['', 'x', '01900000-0000-4000-8000-000000000001', '01900000-0000-7000-8000-00000000000A'])(
    '%j is none',
    (text) => {
      expect(parseId(text)).toBeUndefined();
    }
  );
});
