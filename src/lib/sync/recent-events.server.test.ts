import { expect, test } from 'vitest';
import { RecentEvents, type EventBytes } from './recent-events.server';

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({ seq: first + index, text: `e${first + index}` }));

const textOf = (found: EventBytes | undefined) => found?.bytes.toString();

const seqs = (found: EventBytes | undefined) =>
  textOf(found)
    ?.split(',')
    .map((text) => Number(text.slice(1)));

test('what was written last is handed out from memory, from any cursor that it reaches', () => {
  const recent = new RecentEvents();
  recent.put('a', from(5, 6));
  recent.put('a', from(7, 8));
  expect(recent.between('a', 4, 8)).toMatchObject({ count: 4 });
  expect(textOf(recent.between('a', 4, 8))).toBe('e5,e6,e7,e8');
  expect(seqs(recent.between('a', 6, 8))).toEqual([7, 8]);
  expect(recent.between('a', 3, 8)).toBeUndefined();
  recent.put('a', from(9, 9));
  expect(seqs(recent.between('a', 6, 9))).toEqual([7, 8, 9]);
  expect(seqs(recent.between('a', 6, 9))).toEqual([7, 8, 9]);
});

test('what the database says is the last must be the last here, or the log is read', () => {
  const recent = new RecentEvents();
  recent.put('a', from(1, 3));
  expect(recent.between('a', 0, 4)).toBeUndefined();
  expect(recent.between('a', 0, 2)).toBeUndefined();
  expect(recent.between('b', 0, 1)).toBeUndefined();
});

test('a gap begins anew: another process wrote in between', () => {
  const recent = new RecentEvents();
  recent.put('a', from(1, 3));
  recent.put('a', from(5, 6));
  expect(recent.between('a', 0, 6)).toBeUndefined();
  expect(seqs(recent.between('a', 4, 6))).toEqual([5, 6]);
});

test('it never holds more than it may; the streams that were not written to go first', () => {
  const recent = new RecentEvents(12);
  recent.put('a', from(1, 3));
  recent.put('b', from(1, 3));
  expect(seqs(recent.between('a', 0, 3))).toEqual([1, 2, 3]);
  recent.put('a', from(4, 4));
  expect(recent.between('b', 0, 3)).toBeUndefined();
  expect(seqs(recent.between('a', 0, 4))).toEqual([1, 2, 3, 4]);
  recent.put('a', from(5, 7));
  expect(recent.between('a', 0, 7)).toBeUndefined();
  recent.put('b', from(1, 6));
  expect(seqs(recent.between('b', 0, 6))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a deleted stream is forgotten, and its room is free again', () => {
  const recent = new RecentEvents(12);
  recent.put('a', from(1, 6));
  recent.drop('a');
  expect(recent.between('a', 0, 6)).toBeUndefined();
  recent.put('b', from(1, 6));
  expect(seqs(recent.between('b', 0, 6))).toHaveLength(6);
});
