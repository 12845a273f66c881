import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { AttendanceStatus } from '$lib/attendance/events';
import { attendedMinutes, participations, personFigures, unitsOf, visitors, type HeldFigures } from './figures';
import { protect, smallest } from './small-numbers';

const rules = { start: '14:00', end: '15:30', unitMinutes: 45 };
const at = (person: string, status: AttendanceStatus, more = {}) => ({ person, status, ...more });

test.each([
  [at('a', 'present'), 90],
  [at('a', 'late', { minutes: 20 }), 70],
  [at('a', 'late', { minutes: 20, early: 15 }), 55],
  [at('a', 'left-early', { minutes: 30 }), 60],
  [at('a', 'late', { minutes: 0 }), 90],
  [at('a', 'late', { minutes: 300 }), 0],
  [at('a', 'open'), 0],
  [at('a', 'excused'), 0],
  [at('a', 'absent'), 0]
])('of 90 minutes %j was there for %i', (says, minutes) => {
  expect(attendedMinutes(rules, says)).toBe(minutes);
});

describe('teaching units', () => {
  const held = (end: string): HeldFigures => ({ rules: { ...rules, end }, people: [] });

  test('the fraction is dropped once, on the whole course, or at each meeting', () => {
    const meetings = [held('15:40'), held('15:40'), held('15:40')];
    expect(unitsOf(meetings, 'whole-course')).toBe(6);
    expect(unitsOf(meetings, 'each-meeting')).toBe(6);
    const more = [...meetings, held('15:40'), held('15:40')];
    expect(unitsOf(more, 'whole-course')).toBe(11);
    expect(unitsOf(more, 'each-meeting')).toBe(10);
  });

  test('a meeting over midnight has its length, and none has none', () => {
    expect(unitsOf([{ rules: { start: '23:30', end: '00:15', unitMinutes: 45 }, people: [] }], 'whole-course')).toBe(1);
    expect(unitsOf([], 'whole-course')).toBe(0);
  });
});

test('a person’s hours are added up before anything is rounded, and compared with what was held', () => {
  const meetings: HeldFigures[] = [
    { rules, people: [at('anna', 'present'), at('bert', 'late', { minutes: 20 })] },
    { rules: { ...rules, end: '15:00' }, people: [at('anna', 'excused'), at('bert', 'present')] }
  ];
  expect(personFigures(meetings)).toEqual([
    { person: 'anna', meetings: 1, minutes: 90, share: 90 / 150 },
    { person: 'bert', meetings: 2, minutes: 130, share: 130 / 150 }
  ]);
  expect(participations(meetings)).toBe(3);
  expect([...visitors(meetings)]).toEqual(['anna', 'bert']);
});

describe('small numbers', () => {
  test.each([
    [[12, 30], [12, 30], 42],
    [[12, 3, 30], [undefined, undefined, 30], 45],
    [[3, 1, 30], [undefined, undefined, undefined], undefined],
    [[0, 20], [0, 20], 20],
    [[3], [undefined], undefined],
    [[3, 0], [undefined, 0], undefined]
  ])('of %j is told: %j, in all %j', (parts, shown, total) => {
    const told = protect(parts);
    expect(told.parts).toEqual(shown);
    if (total !== undefined) expect(told.total).toBe(total);
  });

  test('nothing that is told gives a small number away, not even by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (parts) => {
        const told = protect(parts);
        const hidden = parts.filter((_, place) => told.parts[place] === undefined);
        const shown = told.parts.filter((part) => part !== undefined);
        expect(shown.every((part) => part === 0 || part >= smallest)).toBe(true);
        if (told.total !== undefined) {
          const rest = told.total - shown.reduce((sum, part) => sum + part, 0);
          expect(hidden.length === 0 || (hidden.length > 1 && rest >= smallest)).toBe(true);
        }
      }),
      { numRuns: 2000 }
    );
  });
});
