import { expect, test } from 'vitest';
import { seedOf, shuffled } from './chance';

test('the same seed gives the same order, another seed another one', () => {
  const things = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  expect(shuffled(things, 7)).toEqual(shuffled(things, 7));
  expect(shuffled(things, 7)).not.toEqual(shuffled(things, 8));
});

test('shuffling loses nothing and leaves the input as it was', () => {
  const things = [1, 2, 3, 4, 5];
  expect(shuffled(things, 3).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(things).toEqual([1, 2, 3, 4, 5]);
});

test('a name is a seed, and different names are different seeds', () => {
  expect(seedOf('tiles-easy')).toBe(seedOf('tiles-easy'));
  expect(seedOf('tiles-easy')).not.toBe(seedOf('tiles-small'));
});
