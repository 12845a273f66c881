import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { meetingForm, pastMeetingForm, seriesForm } from './meeting-forms';

function firstProblem(schema: v.GenericSchema, input: unknown): string | undefined {
  const issue = v.safeParse(schema, input).issues?.[0];
  return issue && `${String(issue.path?.[0]?.key)}: ${issue.message}`;
}

describe('the form of a meeting', () => {
  const meeting = { group: 'g', date: '2026-11-26', start: '14:00', end: '16:00' };
  it.each([
    ['is taken', {}, undefined],
    ['of another group is not', { group: 'x' }, 'group: choose'],
    ['without a date is not', { date: '' }, 'date: date'],
    ['on a day that no month has is not', { date: '2026-13-01' }, 'date: date'],
    ['on 29 February of a leap year is taken', { date: '2028-02-29' }, undefined],
    ['on 29 February of another year is not', { date: '2027-02-29' }, 'date: date'],
    ['on 31 April is not', { date: '2027-04-31' }, 'date: date'],
    ['at no hour is not', { start: '25:00' }, 'start: time'],
    ['that ends before it starts is not', { end: '13:00' }, 'end: end-before-start'],
    ['that takes no time is not', { end: '14:00' }, 'end: end-before-start']
  ])('%s', (_, change, problem) => {
    expect(firstProblem(meetingForm(['g']), { ...meeting, ...change })).toBe(problem);
  });
});

describe('the form of a list on paper', () => {
  const meeting = { group: 'g', date: '2026-11-26', start: '14:00', end: '16:00' };
  it.each([
    ['of today is taken', {}, undefined],
    ['of yesterday is taken', { date: '2026-11-25' }, undefined],
    ['of a year ago is taken', { date: '2025-11-26' }, undefined],
    ['of more than a year ago is not: no device would show it', { date: '2025-11-25' }, 'date: date-old'],
    ['of tomorrow is not', { date: '2026-11-27' }, 'date: date-past'],
    ['of a day that is none is not', { date: '2026-02-29' }, 'date: date'],
    ['of a group of others is not', { group: 'x' }, 'group: choose']
  ])('%s', (_, change, problem) => {
    expect(firstProblem(pastMeetingForm({ groups: ['g'], today: '2026-11-26' }), { ...meeting, ...change })).toBe(
      problem
    );
  });
});

describe('the form of a series', () => {
  const series = {
    group: 'g',
    first: '2027-01-11',
    start: '14:00',
    end: '16:00',
    rhythm: 'weekly',
    count: '10',
    until: ''
  };
  it.each([
    ['with a number is taken', {}, undefined],
    ['with a last day is taken', { count: '', until: '2027-06-30' }, undefined],
    ['with both is taken', { until: '2027-06-30' }, undefined],
    ['with neither is not', { count: '' }, 'count: number'],
    ['of one meeting is not', { count: '1' }, 'count: number'],
    ['of a thousand is not', { count: '1000' }, 'count: number'],
    ['of words is not', { count: 'zehn' }, 'count: number'],
    ['that ends before it begins is not', { until: '2027-01-10' }, 'until: series-end'],
    ['of more than two years is not', { until: '2029-01-12' }, 'until: series-end'],
    ['that ends on a day that there is not', { until: '2027-02-29' }, 'until: date'],
    ['every day is not', { rhythm: 'daily' }, 'rhythm: choose'],
    ['that ends before it starts is not', { end: '13:00' }, 'end: end-before-start']
  ])('%s', (_, change, problem) => {
    expect(firstProblem(seriesForm(['g']), { ...series, ...change })).toBe(problem);
  });

  it('is read as a rule', () => {
    const read = v.parse(seriesForm(['g']), { ...series, rhythm: 'fortnightly', until: '2027-06-30' });
    expect(read).toMatchObject({ first: '2027-01-11', everyWeeks: 2, count: 10, until: '2027-06-30' });
    expect(v.parse(seriesForm(['g']), series)).not.toHaveProperty('until');
  });
});
