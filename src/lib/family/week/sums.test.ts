import { expect, it } from 'vitest';
import { is } from 'valibot';
import { formatStamp } from '$lib/base/clock';
import { anEvent, anId } from '../../../../tests/support/events';
import { timeEntered, type Entered } from './entry';
import { familyTimes, type TimesRow } from './kept-times';
import { mondayOf } from '../local-date';
import {
  asAgreed,
  besideOf,
  clockOf,
  daySum,
  forLikeDays,
  laidOver,
  moved,
  pressed,
  quartersOf,
  undoingEntry,
  weekSum
} from './sums';

const week = '2026-11-23';
const next = '2026-11-30';
const entry = (quarters: number | null, more: Partial<Entered> = {}): Entered => ({
  week,
  day: 0,
  kind: 'screen',
  column: 'was',
  quarters,
  ...more
});

/** The row after some entries, one after the other. */
const after = (...entries: readonly Entered[]): TimesRow | undefined =>
  entries.reduce<TimesRow | undefined>((row, data, n) => {
    const at = formatStamp({ ms: n + 1, counter: 0, device: 'd' });
    const { type } = timeEntered;
    return familyTimes.fold(
      row,
      anEvent({ id: anId<'event'>(n + 1), stream: 'family/visitor', type, by: 'device/d', data, at })
    );
  }, undefined);

it.each([
  ['none at all', entry(0), true],
  ['a whole day', entry(96), true],
  ['taken out', entry(null), true],
  ['more than a day', entry(97), false],
  ['half a quarter', entry(0.5), false],
  ['a week that begins on a Tuesday', entry(1, { week: '2026-11-24' }), false]
])('%s can be entered or not', (_, data, expected) => {
  expect(is(timeEntered.schema, data)).toBe(expected);
});

it('nothing entered is not none', () => {
  expect(weekSum(undefined, week, 'screen', 'was')).toBeNull();
  expect(weekSum(after(entry(0)), week, 'screen', 'was')).toBe(0);
});

it('sums a day over its kinds, a week over its days, each column by itself', () => {
  const row = after(entry(4), entry(3, { day: 6 }), entry(36, { kind: 'sleep' }), entry(2, { column: 'agreed' }));
  expect(daySum(row, week, 0, 'was')).toBe(40);
  expect(weekSum(row, week, 'screen', 'was')).toBe(7);
  expect(besideOf(row, week, 0, 'screen')).toEqual({ agreed: 2, was: 4 });
});

it('what was agreed holds on in later weeks, what was does not, and nothing reaches back', () => {
  const row = after(entry(4, { column: 'agreed' }), entry(5));
  expect(besideOf(row, next, 0, 'screen')).toEqual({ agreed: 4, was: null });
  expect(besideOf(row, '2026-11-16', 0, 'screen')).toEqual({ agreed: null, was: null });
  const changed = after(entry(4, { column: 'agreed' }), entry(6, { column: 'agreed', week: next }));
  expect(besideOf(changed, week, 0, 'screen').agreed).toBe(4);
  expect(besideOf(changed, '2026-12-07', 0, 'screen').agreed).toBe(6);
});

it('moves by quarters within the 24 hours of a day', () => {
  const field = { week, day: 0, kind: 'screen', column: 'was' } as const;
  expect(moved(undefined, field, 2)).toEqual(entry(2));
  expect(moved(undefined, field, -1)).toBeUndefined();
  const full = after(entry(96, { kind: 'sleep' }));
  expect(moved(full, field, 1)).toBeUndefined();
  expect(moved(full, { ...field, kind: 'sleep' }, -1)?.quarters).toBe(95);
});

it('undoing writes what stood before: another time, or nothing', () => {
  const before = after(entry(4));
  expect(undoingEntry(before, entry(8))).toEqual(entry(4));
  expect(undoingEntry(undefined, entry(8))).toEqual(entry(null));
  const row = after(entry(8), undoingEntry(undefined, entry(8)));
  expect(quartersOf(row, entry(0))).toBeNull();
});

it('is said in hours and minutes', () => {
  expect([clockOf(0), clockOf(7)]).toEqual([
    { hours: 0, minutes: 0 },
    { hours: 1, minutes: 45 }
  ]);
});

it('a night begins with nine hours, then goes by halves; the screen goes by quarters from none', () => {
  const sleep = entry(null, { kind: 'sleep' });
  expect(pressed(undefined, sleep, 'more')?.quarters).toBe(36);
  expect(pressed(after(entry(36, { kind: 'sleep' })), sleep, 'more')?.quarters).toBe(38);
  expect(pressed(undefined, entry(null), 'more')?.quarters).toBe(1);
  expect(pressed(undefined, sleep, 'less')).toBeUndefined();
  expect(pressed(after(entry(90, { kind: 'free' })), sleep, 'more')?.quarters).toBe(2);
});

it('what was agreed is taken over where nothing stands, and for the days like it', () => {
  const row = after(entry(4, { column: 'agreed' }), entry(36, { kind: 'sleep', column: 'agreed' }), entry(5));
  expect(asAgreed(row, week, 0)).toEqual([entry(36, { kind: 'sleep' })]);
  expect(forLikeDays(row, week, 0)).toHaveLength(8);
  const all = laidOver(row, forLikeDays(row, week, 0));
  expect(weekSum(all, week, 'sleep', 'agreed')).toBe(5 * 36);
  expect(forLikeDays(all, week, 0)).toEqual([]);
  const long = laidOver(row, [entry(60, { day: 3, kind: 'free', column: 'agreed' })]);
  expect(forLikeDays(long, week, 0).some(({ day }) => day === 3)).toBe(false);
});

it('an empty field begins with what was agreed, and one below none it is empty again', () => {
  const row = after(entry(3, { column: 'agreed' }));
  expect(pressed(row, entry(null), 'more')?.quarters).toBe(3);
  expect(pressed(after(entry(0)), entry(null), 'less')).toEqual(entry(null));
  expect(
    pressed(after(entry(0, { column: 'agreed' })), entry(null, { week: next, column: 'agreed' }), 'less')
  ).toBeUndefined();
});

it('a Saturday lends what was agreed to the Sunday alone', () => {
  const row = after(entry(8, { day: 5, column: 'agreed' }));
  expect(forLikeDays(row, week, 5)).toEqual([entry(8, { day: 6, column: 'agreed' })]);
});

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28']
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});
