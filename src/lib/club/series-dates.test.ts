import { describe, expect, it } from 'vitest';
import { holidayOn } from './holidays';
import { seriesDates } from './series-dates';

const none = () => ({});
const dates = (rule: Parameters<typeof seriesDates>[0], leftOut: Parameters<typeof seriesDates>[1] = none) =>
  seriesDates(rule, leftOut).map(({ date }) => date);

describe('a series of meetings', () => {
  it('has the weekday of its first date, every week or every other week', () => {
    expect(dates({ first: '2027-01-11', everyWeeks: 1, count: 3 })).toEqual(['2027-01-11', '2027-01-18', '2027-01-25']);
    expect(dates({ first: '2027-01-11', everyWeeks: 2, count: 3 })).toEqual(['2027-01-11', '2027-01-25', '2027-02-08']);
  });

  it('ends with the last day, that one included, or with the number, whichever comes first', () => {
    expect(dates({ first: '2027-01-11', everyWeeks: 1, until: '2027-01-25' })).toHaveLength(3);
    expect(dates({ first: '2027-01-11', everyWeeks: 1, until: '2027-01-24' })).toHaveLength(2);
    expect(dates({ first: '2027-01-11', everyWeeks: 1, count: 2, until: '2027-12-31' })).toHaveLength(2);
    expect(dates({ first: '2027-01-11', everyWeeks: 1, count: 50, until: '2027-01-31' })).toHaveLength(3);
  });

  it('goes over the clock changes and the turn of the year without missing or doubling a week', () => {
    const found = dates({ first: '2026-10-18', everyWeeks: 1, count: 30 });
    const days = found.map((date) => Date.parse(date) / 86_400_000);
    expect(found).toContain('2026-10-25');
    expect(found).toContain('2027-03-28');
    expect(days.slice(1).map((day, i) => day - (days[i] ?? 0))).toEqual(Array.from({ length: 29 }, () => 7));
  });

  it('meets on 29 February where a leap year has it, and on 1 March where it has not', () => {
    expect(dates({ first: '2028-02-22', everyWeeks: 1, count: 3 })).toEqual(['2028-02-22', '2028-02-29', '2028-03-07']);
    expect(dates({ first: '2027-02-22', everyWeeks: 1, count: 2 })).toEqual(['2027-02-22', '2027-03-01']);
    expect(dates({ first: '2028-02-29', everyWeeks: 2, count: 2 })).toEqual(['2028-02-29', '2028-03-14']);
  });

  it('shows holidays and taken days among its dates, and has as many that take place as were asked for', () => {
    const found = seriesDates({ first: '2027-03-22', everyWeeks: 1, count: 3 }, (date) => ({
      holiday: holidayOn(date, 'NI'),
      taken: date === '2027-04-05'
    }));
    expect(found).toMatchObject([
      { date: '2027-03-22', holiday: undefined, taken: false },
      { date: '2027-03-29', holiday: 'Ostermontag', taken: false },
      { date: '2027-04-05', holiday: undefined, taken: true },
      { date: '2027-04-12' },
      { date: '2027-04-19' }
    ]);
  });

  it('never goes on for ever: two years of days that are all left out', () => {
    expect(dates({ first: '2027-01-11', everyWeeks: 1, count: 5 }, () => ({ taken: true }))).toHaveLength(104);
    expect(dates({ first: '2027-01-11', everyWeeks: 2, until: '2099-01-01' })).toHaveLength(52);
  });
});
