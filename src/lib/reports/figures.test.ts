import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { AttendanceStatus } from '$lib/attendance/events';
import { attendedMinutes, participations, personFigures, unitsOf, visitors, type HeldFigures } from './figures';
import { peopleColumns, type Line, type YearReport } from './report';
import { handedOn, protect, smallest } from './small-numbers';

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

describe('a year to hand on', () => {
  const line = (id: string, participations: number): Line => {
    const others = { meetings: 1, cancelled: 0, open: 0, units: 2, newPersons: 0, guests: 0, heads: 0, lessons: 0 };
    return { id, name: id, ...others, participations, persons: participations };
  };
  const sum = (of: readonly Line[]) => of.reduce((total, { participations }) => total + participations, 0);
  /** A town by the visits of each venue's groups. */
  const aTown = (visits: readonly (readonly number[])[]): YearReport => {
    const venues = visits.map((counts, place) => {
      const groups = counts.map((count, of) => line(`${place}.${of}`, count));
      return { ...line(`${place}`, sum(groups)), groups };
    });
    const together = { months: [], ages: [], genders: [], competences: [] };
    return { venues, all: line('all', sum(venues)), together };
  };
  const visitsIn = ({ venues, all }: YearReport<number | undefined>) => ({
    groups: venues.map(({ groups }) => groups.map(({ participations }) => participations)),
    venues: venues.map(({ participations }) => participations),
    all: all.participations
  });

  test('a group that is too small takes another one of its own venue with it, not one elsewhere', () => {
    expect(
      visitsIn(
        handedOn(
          aTown([
            [12, 3, 30],
            [6, 20]
          ])
        )
      )
    ).toEqual({
      groups: [
        [undefined, undefined, 30],
        [6, 20]
      ],
      venues: [45, 26],
      all: 71
    });
  });

  test('a venue that would give its one group away is hidden, another one with it, and all their groups', () => {
    expect(visitsIn(handedOn(aTown([[3], [6, 20], [40, 40]])))).toEqual({
      groups: [[undefined], [undefined, undefined], [40, 40]],
      venues: [undefined, undefined, 80],
      all: 109
    });
  });

  test('months, ages and areas are told without small numbers, and months not at all where they add up to a hidden sum', () => {
    const counted = (...counts: number[]) => counts.map((count, place) => ({ of: `${place}`, count }));
    const countsOf = (told: readonly { count: number | undefined }[]) => told.map(({ count }) => count);
    const town = aTown([[45], [6, 20]]);
    const together = {
      months: counted(60, 3, 8),
      ages: [
        { of: '60-74' as const, count: 12 },
        { of: 'from-75' as const, count: 4 }
      ],
      genders: [
        { of: 'women' as const, count: 9 },
        { of: 'men' as const, count: 7 }
      ],
      competences: []
    };
    const told = handedOn({ ...town, together });
    expect(countsOf(told.together.months)).toEqual([60, undefined, undefined]);
    expect(countsOf(told.together.ages)).toEqual([undefined, undefined]);
    expect(countsOf(told.together.genders)).toEqual([9, 7]);
    const tiny = { ...aTown([[4]]), together: { ...together, months: counted(2, 2) } };
    expect(countsOf(handedOn(tiny).together.months)).toEqual([undefined, undefined]);
  });

  test('each column about people is protected', () => {
    const { all, ...town } = aTown([[3], [6, 20]]);
    const small = { newPersons: 2, guests: 1, heads: 4, lessons: 3 };
    const told = handedOn({ ...town, all: { ...all, ...small, participations: 3, persons: 3 } });
    for (const column of peopleColumns) expect(told.all[column]).toBeUndefined();
  });

  test('nothing hidden can be worked out from a venue and its groups', () => {
    const counts = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }), {
      maxLength: 5
    });
    fc.assert(
      fc.property(counts, (visits) => {
        const told = visitsIn(handedOn(aTown(visits)));
        const isSafe = (total: number | undefined, parts: readonly (number | undefined)[]) => {
          const shown = parts.filter((part) => part !== undefined);
          const hidden = parts.length - shown.length;
          const rest = (total ?? 0) - shown.reduce((all, part) => all + part, 0);
          return total === undefined || hidden === 0 || (hidden > 1 && rest >= smallest);
        };
        expect(isSafe(told.all, told.venues)).toBe(true);
        told.venues.forEach((venue, place) => {
          const groups = told.groups[place] ?? [];
          expect(isSafe(venue, groups)).toBe(true);
          if (venue === undefined) expect(groups.every((group) => group === undefined)).toBe(true);
        });
      }),
      { numRuns: 2000 }
    );
  });
});
