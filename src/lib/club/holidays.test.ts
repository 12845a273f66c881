import { describe, expect, it } from 'vitest';
import { stateCodes } from '$lib/base/federal-states';
import { holidayOn } from './holidays';

/** Easter Sunday by the rule of Gauss, apart from the library that is under test. */
function easter(year: number): number {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const k = Math.floor(year / 100);
  const m = (15 - Math.floor((13 + 8 * k) / 25) + k - Math.floor(k / 4) + 30 * 7) % 30;
  const n = (4 + k - Math.floor(k / 4)) % 7;
  const d = (19 * a + m) % 30;
  const e = (2 * b + 4 * c + 6 * d + n) % 7;
  const day = d === 29 && e === 6 ? 50 : d === 28 && e === 6 && (11 * m + 11) % 30 < 19 ? 49 : 22 + d + e;
  return Date.UTC(year, 2, day);
}

const after = (at: number, days: number) => new Date(at + days * 86_400_000).toISOString().slice(0, 10);

describe('public holidays', () => {
  it('that hold everywhere are known in every state and where nobody has named one, for the next 20 years', () => {
    for (let year = 2026; year <= 2046; year += 1) {
      const moving = [-2, 1, 39, 50].map((days) => after(easter(year), days));
      const fixed = ['01-01', '05-01', '10-03', '12-25', '12-26'].map((day) => `${year}-${day}`);
      for (const state of ['', ...stateCodes])
        for (const date of [...moving, ...fixed]) expect(holidayOn(date, state), `${date} in ${state}`).toBeDefined();
    }
  });

  it.each([
    ['2027-01-06', ['BW', 'BY', 'ST'], 'Heilige Drei Könige'],
    ['2027-03-08', ['BE', 'MV'], 'Weltfrauentag'],
    ['2027-03-28', ['BB'], 'Ostersonntag'],
    ['2027-05-27', ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'], 'Fronleichnam'],
    ['2027-08-15', ['BY', 'SL'], 'Mariä Himmelfahrt'],
    ['2027-09-20', ['TH'], 'Weltkindertag'],
    ['2027-10-31', ['BB', 'HB', 'HH', 'MV', 'NI', 'SH', 'SN', 'ST', 'TH'], 'Reformationstag'],
    ['2027-11-01', ['BW', 'BY', 'NW', 'RP', 'SL'], 'Allerheiligen'],
    ['2027-11-17', ['SN'], 'Buß- und Bettag'],
    ['2027-12-24', [], undefined]
  ])('%s is one in %j alone', (date, where, name) => {
    expect(stateCodes.filter((state) => holidayOn(date, state) !== undefined).sort()).toEqual(where);
    expect(holidayOn(date, '')).toBeUndefined();
    if (where[0]) expect(holidayOn(date, where[0])).toBe(name);
  });
});
