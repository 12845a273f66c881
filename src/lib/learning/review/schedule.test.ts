import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueDay, type Recall } from './schedule';

const knew = (day: number): Recall => ({ day, how: 'remembered' });
const forgot = (day: number): Recall => ({ day, how: 'forgotten' });

it.each<[string, [Recall, ...Recall[]], number]>([
  ['a question that was known in the lesson rests for two days', [knew(100)], 102],
  ['one that was not comes back the next day', [forgot(100)], 101],
  ['known again, it rests longer', [knew(100), knew(102)], 113],
  ['and longer still', [knew(100), knew(102), knew(113)], 159],
  ['forgotten after long, it comes back soon', [knew(100), knew(102), knew(113), forgot(160)], 163],
  ['of one day only the first answer counts', [knew(100), forgot(102), knew(102)], dueDay([knew(100), forgot(102)])]
])('%s', (_, recalls, expected) => {
  expect(dueDay(recalls)).toBe(expected);
});

it('whatever happened, a question comes back on a later day, and within half a year', () => {
  const recall = fc.record({ gap: fc.nat(400), how: fc.constantFrom('remembered' as const, 'forgotten' as const) });
  fc.assert(
    fc.property(fc.array(recall, { minLength: 1, maxLength: 40 }), (history) => {
      let day = 20_000;
      const [first, ...later] = history.map(({ gap, how }) => ({ day: (day += gap), how }));
      if (!first) return;
      const due = dueDay([first, ...later]);
      expect(due).toBeGreaterThan(day);
      expect(due).toBeLessThanOrEqual(day + 180);
    }),
    { numRuns: 1000 }
  );
});
