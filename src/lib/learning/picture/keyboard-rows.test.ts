import { describe, expect, it } from 'vitest';
import { keyboardRows, placeKeys } from './keyboard-rows';

describe('the pretend keyboard', () => {
  it.each([
    ['de', 'z', 't'],
    ['de-simple', 'z', 't'],
    ['en', 'y', 't']
  ] as const)('has in %s the letter %s beside the %s', (locale, right, left) => {
    const letters = keyboardRows(locale)[0]?.map((key) => key.id) ?? [];
    expect(letters[letters.indexOf(left) + 1]).toBe(right);
  });

  it('keeps every key on the board, and no two overlap', () => {
    const keys = placeKeys(keyboardRows('de'));
    for (const key of keys) {
      expect(key.x).toBeGreaterThanOrEqual(0);
      expect(key.x + key.size).toBeLessThanOrEqual(320.01);
      const others = keys.filter((other) => other !== key && other.y === key.y);
      expect(
        others.filter((other) => other.x < key.x + key.size - 0.01 && key.x < other.x + other.size - 0.01)
      ).toEqual([]);
    }
  });
});
