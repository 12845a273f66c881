import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { formatAgo } from '$lib/i18n/format';
import { monthsBefore, monthsForm } from './retention';

const at = (date: string): number => Date.parse(`${date}T09:00:00Z`);

describe('months before a day', () => {
  it.each([
    ['2026-11-27', 24, '2024-11-27'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2028-03-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2027-02-28'],
    ['2026-01-15', 3, '2025-10-15']
  ])('%s less %i is %s: nothing goes before its time', (day, months, expected) => {
    expect(monthsBefore(at(day), months)).toBe(at(expected));
  });
});

it.each([
  ['24', true],
  ['1', true],
  ['120', true],
  ['0', false],
  ['121', false],
  ['-3', false],
  ['1.5', false],
  ['', false],
  ['bald', false]
])('a rule of "%s" months is taken: %s', (months, taken) => {
  expect(v.is(monthsForm, { months })).toBe(taken);
});

it.each([
  ['2026-11-27', 'heute'],
  ['2026-11-26', 'gestern'],
  ['2026-11-07', 'vor 20 Tagen'],
  ['2026-06-20', 'vor 5 Monaten'],
  ['2024-12-20', 'vor 23 Monaten'],
  ['2024-11-20', 'vor 2 Jahren']
])('%s is %s', (date, words) => {
  expect(formatAgo('de', { at: at(date), now: at('2026-11-27') })).toBe(words);
});
