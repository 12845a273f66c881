import { describe, expect, it } from 'vitest';
import { createTapFilter, type Tap } from './second-tap';

const aTap = (changes: Partial<Tap>): Tap => ({
  at: 1000,
  x: 500,
  y: 700,
  placeless: false,
  target: 'next',
  ...changes
});

describe('a second tap', () => {
  it.each([
    ['on the same key after 399 ms is ignored', { at: 1399 }, false],
    ['on the same key after 400 ms counts', { at: 1400 }, true],
    ['on the neighbouring key is ignored', { at: 1100, x: 560, target: 'other' }, false],
    ['far away counts at once', { at: 1100, x: 100, target: 'other' }, true],
    [
      'of the Enter key on another key counts at once',
      { at: 1100, x: 0, y: 0, placeless: true, target: 'other' },
      true
    ],
    ['of the Enter key on the same key is ignored', { at: 1100, x: 0, y: 0, placeless: true }, false]
  ])('%s', (_name, second, meant) => {
    const filter = createTapFilter();
    expect(filter(aTap({}))).toBe(true);
    expect(filter(aTap(second))).toBe(meant);
  });

  it('does not prolong the rest: a long tremor still lets a tap through every 400 ms', () => {
    const filter = createTapFilter();
    const meant = [0, 150, 300, 450, 600, 750].filter((at) => filter(aTap({ at })));
    expect(meant).toEqual([0, 450]);
  });
});
