import { expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import { anEvent, anId } from '../../../../tests/support/events';
import { furtherOf, timesOf, undoingName } from './children';
import { childNamed, timeEntered, type ChildName, type Entered } from './entry';
import { familyTimes, type TimesRow } from './kept-times';
import { quartersOf, weekSum } from './sums';

const week = '2026-11-23';
const field = { week, day: 0, kind: 'screen', column: 'agreed' } as const;

/** The row after some deeds, one after the other. */
const after = (...deeds: readonly (Entered | ChildName)[]): TimesRow | undefined =>
  deeds.reduce<TimesRow | undefined>((row, data, n) => {
    const at = formatStamp({ ms: n + 1, counter: 0, device: 'd' });
    const { type } = 'quarters' in data ? timeEntered : childNamed;
    const event = anEvent({ id: anId<'event'>(n + 1), stream: 'family/visitor', type, by: 'device/d', data, at });
    return familyTimes.fold(row, event);
  }, undefined);

it('each child has a week of its own, also where what was agreed holds on', () => {
  const row = after({ ...field, quarters: 4 }, { ...field, child: 'ben', quarters: 8 });
  expect(quartersOf(timesOf(row, undefined), field)).toBe(4);
  expect(quartersOf(timesOf(row, 'ben'), field)).toBe(8);
  expect(quartersOf(timesOf(row, 'ida'), field)).toBeNull();
  expect(quartersOf(timesOf(row, 'ben'), { ...field, week: '2026-11-30' })).toBe(8);
  expect(quartersOf(timesOf(row, undefined), { ...field, week: '2026-11-30' })).toBe(4);
  expect(weekSum(timesOf(row, undefined), week, 'screen', 'agreed')).toBe(4);
});

it('is called what it was called last; taken out it is not listed, and its times are kept', () => {
  const named = after({ child: 'b', name: 'Ben' }, { child: 'a', name: 'Ida' }, { child: 'b', name: 'Benno' });
  expect(furtherOf(named)).toEqual([
    { child: 'a', name: 'Ida' },
    { child: 'b', name: 'Benno' }
  ]);
  const out = after({ child: 'b', name: 'Ben' }, { ...field, child: 'b', quarters: 2 }, { child: 'b', name: '' });
  expect(furtherOf(out)).toEqual([]);
  expect(quartersOf(timesOf(out, 'b'), field)).toBe(2);
});

it('undoing names it as before, or takes it out again', () => {
  const before = after({ child: 'b', name: 'Ben' });
  expect(undoingName(before, { child: 'b', name: '' })).toEqual({ child: 'b', name: 'Ben' });
  expect(undoingName(before, { child: 'a', name: 'Ida' })).toEqual({ child: 'a', name: '' });
});
