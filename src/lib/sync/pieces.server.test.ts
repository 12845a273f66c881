import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inParts, piecesOf } from './pieces.server';

/** Holds the event loop for so long. */
function hold(ms: number): number {
  const begin = performance.now();
  while (performance.now() - begin < ms);
  return ms;
}

const heavy = piecesOf(2, 1);

test('a little is done at once', async () => {
  const light = piecesOf(1, 1);
  const done: string[] = [];
  const later = pause(0).then(() => done.push('later'));
  expect(await light(() => done.push('at once'))).toBe(1);
  await later;
  expect(done).toEqual(['at once', 'later']);
});

test('heavy pieces come one at a time, and others have as much time between two of them', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = () => {
    begun.push(performance.now());
    hold(20);
    ended.push(performance.now());
  };
  await Promise.all([heavy(work), heavy(work), heavy(work)]);
  // A timer of Node may come up to a millisecond early.
  for (const [at, end] of ended.slice(0, 2).entries()) expect((begun[at + 1] ?? 0) - end).toBeGreaterThanOrEqual(18);
});

test('a piece that fails fails for its request alone', async () => {
  const failing = heavy(() => {
    throw new Error('full');
  });
  const next = heavy(() => 'served');
  await expect(failing).rejects.toThrow('full');
  expect(await next).toBe('served');
});

test('a list is cut into parts of which none is too long', () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inParts([], 2)).toEqual([[]]);
});
