import { expect, it } from 'vitest';
import { daysFrom, eveningsOf, usualDays, withDay } from './evenings';

const dates = (today: string, lessons = ['a', 'b', 'c']) =>
  eveningsOf(lessons, { days: [1, 3], today }).map(({ date }) => date);

it('puts one lesson on each of two days a week, over the end of a year', () => {
  expect(dates('2026-12-28')).toEqual(['2026-12-29', '2026-12-31', '2027-01-05']);
});

it('begins today where today is one of them, and is never late', () => {
  expect(dates('2026-12-01')[0]).toBe('2026-12-01');
  expect(dates('2026-12-02')[0]).toBe('2026-12-03');
  expect(dates('2026-12-02', [])).toEqual([]);
});

it('keeps the order of the lessons, however the days are named', () => {
  const evenings = eveningsOf(['a', 'b'], { days: [5, 0], today: '2026-12-02' });
  expect(evenings).toEqual([
    { date: '2026-12-05', lesson: 'a' },
    { date: '2026-12-07', lesson: 'b' }
  ]);
});

it.each([
  ['0,6', [0, 6]],
  ['6,0', [6, 0]],
  ['3,3', usualDays],
  ['7,1', usualDays],
  ['', usualDays],
  [null, usualDays]
])('what is kept as %s is two days', (text, days) => {
  expect(daysFrom(text)).toEqual(days);
});

it('two days are always two: one that is taken changes places', () => {
  expect(withDay([1, 3], 0, 3)).toEqual([3, 1]);
  expect(withDay([1, 3], 1, 1)).toEqual([3, 1]);
  expect(withDay([1, 3], 1, 6)).toEqual([1, 6]);
});
