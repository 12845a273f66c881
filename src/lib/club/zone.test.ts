import { describe, expect, it } from 'vitest';
import { dayOf, daysFrom, startOf } from './zone';

describe('the date at the venues', () => {
  it.each([
    ['2026-11-23T22:59:00Z', '2026-11-23'],
    ['2026-11-23T23:00:00Z', '2026-11-24'],
    ['2026-07-01T21:59:00Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02']
  ])('%s is %s', (instant, date) => {
    expect(dayOf(Date.parse(instant))).toBe(date);
  });

  it.each([
    ['2026-11-24', 14, '2026-12-08'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-05', -14, '2025-12-22']
  ])('%s and %i days is %s', (date, days, other) => {
    expect(daysFrom(date, days)).toBe(other);
  });

  it.each([
    ['2026-11-24', '2026-11-23T23:00:00Z'],
    ['2026-07-01', '2026-06-30T22:00:00Z'],
    ['2026-10-25', '2026-10-24T22:00:00Z'],
    ['2026-10-26', '2026-10-25T23:00:00Z']
  ])('%s begins at %s', (date, instant) => {
    expect(startOf(date)).toBe(Date.parse(instant));
  });
});
