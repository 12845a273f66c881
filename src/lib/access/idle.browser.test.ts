import { afterEach, expect, test, vi } from 'vitest';
import { LastTouch } from './idle.browser';
import { idleMs } from './pin-rules';

const noon = Date.UTC(2026, 10, 24, 12);
const day = 24 * 3_600_000;

afterEach(() => vi.unstubAllGlobals());

test('pages close after their rest, also where a clock was set back or ahead by days meanwhile', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value)
  });
  const touch = new LastTouch();
  expect(touch.isLongAgo(noon)).toBe(false);
  touch.note(noon);
  const after = [0, idleMs - 1, idleMs, 2 * day, -1000, -idleMs, -2 * day];
  expect(after.map((ms) => touch.isLongAgo(noon + ms))).toEqual([false, false, true, true, false, true, true]);
});
