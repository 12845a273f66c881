import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { anEvent, anId } from '../../../tests/support/events';
import { tallyTaken, type TallyData } from './events';
import { handsOf, lastTally, tally } from './tally';

const aTaking = (count: number, data: TallyData) =>
  anEvent({ id: anId(count), stream: 'meeting/m1', by: 'staff/otto', type: tallyTaken.type, data });

describe('a show of hands', () => {
  test('is of the meeting: the last one counts, and each earlier one stays with who took it', () => {
    const first = aTaking(1, { ages: { '60-74': 9 }, genders: { women: 5 } });
    const second = aTaking(2, { ages: { '60-74': 8, untold: 2 }, genders: {} });
    const row = [second, first, second].reduce<ReturnType<typeof tally.fold> | undefined>(
      (kept, event) => tally.fold(kept, event),
      undefined
    );
    expect(row?.takings.map(({ id, by }) => [id, by])).toEqual([
      [anId(1), 'staff/otto'],
      [anId(2), 'staff/otto']
    ]);
    expect(handsOf(lastTally(row))).toEqual({ ages: 10, genders: 0 });
    expect(handsOf(lastTally(undefined))).toEqual({ ages: 0, genders: 0 });
  });

  test.each([
    [{ ages: { '60-74': 5 }, genders: {} }, true],
    [{ ages: {}, genders: {} }, true],
    [{ ages: { '60-74': 3, 'from-75': 2 }, genders: { women: 4, untold: 1 } }, true],
    [{ ages: { '60-74': 4 }, genders: {} }, false],
    [{ ages: {}, genders: { women: 3, men: 1 } }, false],
    [{ ages: { 'over-100': 9 }, genders: {} }, false],
    [{ ages: { '60-74': -5 }, genders: {} }, false],
    [{ ages: { '60-74': 5.5 }, genders: {} }, false]
  ])('%j is taken: %s', (data, isTaken) => {
    expect(v.is(tallyTaken.schema, data)).toBe(isTaken);
  });

  test('says nothing of any person', () => {
    expect(tallyTaken.about).toBeUndefined();
    expect(v.parse(tallyTaken.schema, { ages: { '60-74': 5 }, genders: {}, person: 'anna' })).toEqual({
      ages: { '60-74': 5 },
      genders: {}
    });
  });
});
