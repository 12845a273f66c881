import { describe, expect, test } from 'vitest';
import type { AttendanceStatus } from '$lib/attendance/events';
import { certified, courseMark, type CertifiedMeeting } from './certificate';
import type { PersonAt } from './figures';

const says = (status: AttendanceStatus, more = {}): PersonAt => ({ person: 'anna', status, ...more });
const held = (end: string, mark: PersonAt, more: Partial<CertifiedMeeting> = {}): CertifiedMeeting => ({
  rules: { start: '14:00', end, unitMinutes: 45 },
  profile: 'whole-course',
  sharePercent: 70,
  people: [mark],
  ...more
});
const annas = (meetings: CertifiedMeeting[]) => certified(meetings, 'of-the-day')[0];

describe('a certificate', () => {
  test('adds up minutes before any fraction is dropped', () => {
    // 100 + 100 − 25 minutes are 175: three units and a rest; each by itself they would be 2 and 1.
    const meetings = [held('15:40', says('present')), held('15:40', says('late', { minutes: 25 }))];
    expect(annas(meetings)).toMatchObject({ minutes: 175, heldMinutes: 200, units: 3, heldUnits: 4, meetings: 2 });
    // Where three whole units would be lost at each meeting, they are not: 40 + 40 + 55 minutes are 135.
    const short = ['14:40', '14:40', '14:55'].map((end) => held(end, says('present'), { profile: 'each-meeting' }));
    expect(annas(short)).toMatchObject({ minutes: 135, units: 3, heldUnits: 1 });
  });

  test.each([
    [70, 30, true, 0],
    [71, 30, false, 1],
    [100, 0, true, 0],
    [100, 1, false, 1]
  ])('at %i %% of 100 minutes, who missed %i: earned is %s', (sharePercent, minutes, isEarned, missingMinutes) => {
    expect(annas([held('15:40', says('late', { minutes }), { sharePercent })])).toMatchObject({
      isEarned,
      missingMinutes
    });
  });

  test('asks of each meeting what was asked for on its day, and is not rounded up to', () => {
    const asks = (sharePercent: number, mark: PersonAt) => held('15:00', mark, { sharePercent });
    // 60 × 50 % and 60 × 75 % are 75 minutes.
    expect(annas([asks(50, says('present')), asks(75, says('late', { minutes: 45 }))])).toMatchObject({
      minutes: 75,
      isEarned: true
    });
    expect(annas([asks(50, says('present')), asks(75, says('late', { minutes: 46 }))])).toMatchObject({
      minutes: 74,
      isEarned: false,
      missingMinutes: 1
    });
  });

  test('is earned by nobody who was never there', () => {
    expect(annas([held('15:00', says('excused'))])).toMatchObject({ minutes: 0, isEarned: false });
    expect(certified([], 'of-the-day')).toEqual([]);
  });

  test('in an integration course coming and going counts beyond 15 minutes alone', () => {
    const late = (minutes: number) => held('15:30', says('late', { minutes }), { profile: 'integration-course' });
    expect(annas([late(15)])?.minutes).toBe(90);
    expect(annas([late(16)])?.minutes).toBe(74);
    expect(certified([late(15)], 'whole-course')[0]?.minutes).toBe(75);
  });
});

test.each([
  [says('present'), 'X'],
  [says('late', { minutes: 5 }), 'X'],
  [says('left-early'), 'X'],
  [says('excused'), 'E'],
  [says('excused-afterwards'), 'E'],
  [says('absent'), 'U'],
  [says('absent', { reason: 'change' }), 'W'],
  [says('excused', { reason: 'placement' }), 'P'],
  [says('open'), undefined]
])('%j is called %s on the list of an integration course', (mark, letter) => {
  expect(courseMark(mark)).toBe(letter);
});

test('the marks of a course are counted by their letter', () => {
  const marks = [says('present'), says('absent'), says('absent', { reason: 'change' }), says('excused'), says('open')];
  expect(annas(marks.map((mark) => held('15:00', mark)))?.marks).toEqual({ X: 1, E: 1, U: 1, W: 1, P: 0 });
});
