import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { timeplan } from './rules';
import { reached, start, totalMinutes, type TimeplanAction, type TimeplanState } from './state';
import { paramsSchema } from './week';

const days = [
  { id: 'mon', minutes: 120 },
  { id: 'tue', minutes: 60, when: 'late' },
  { id: 'wed', minutes: 30 }
];

const scene = (facts: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    days,
    least: 60,
    budget: 150,
    free: 1,
    ...facts,
    texts: {
      task: 'Plan.',
      done: 'You plan.',
      asks: ['Budget.', 'Late.', 'Free.', 'Together.'],
      worksheet: ['I plan.'],
      title: 'Week',
      days: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday' },
      ...texts
    }
  });

const params = scene();
const day = (name: string): TimeplanAction => ({ type: 'day', day: name });
const less: TimeplanAction = { type: 'less' };
const more: TimeplanAction = { type: 'more' };
const after = (...actions: TimeplanAction[]): TimeplanState => actions.reduce(timeplan.reduce, start(params));
const inBudget = [less, less, less, less];

test('the budget is kept by the quarter of an hour', () => {
  expect(reached(after())).toBe(0);
  expect(totalMinutes(after(...inBudget))).toBe(150);
  expect(reached(after(...inBudget))).toBe(1);
});

test('a late evening is explained and moved', () => {
  const state = after(...inBudget, { type: 'when', slot: 'late' });
  expect(state).toMatchObject({ misses: 1, saying: { key: 'practice-timeplan.tooLate' } });
  expect(reached(after(...inBudget, day('tue'), { type: 'when', slot: 'evening' }))).toBe(2);
});

test('whoever fills every day is asked where there is time for nothing', () => {
  const empty = scene({ days: days.map((one) => ({ ...one, minutes: one.id === 'wed' ? 0 : 15 })) });
  const state = [day('wed'), more].reduce(timeplan.reduce, start(empty));
  expect(state.saying).toEqual({ key: 'practice-timeplan.noFreeDay', tone: 'again' });
});

test('a day together counts only with minutes in it', () => {
  const evening: TimeplanAction = { type: 'when', slot: 'evening' };
  const free = [...inBudget, day('tue'), evening, day('wed'), less, less];
  expect(reached(after(...free))).toBe(3);
  expect(reached(after(...free, { type: 'together' }))).toBe(3);
  expect(timeplan.judge(after(...free, day('mon'), { type: 'together' })).done).toBe(true);
});

test('a day has no less than nothing and no more than three hours', () => {
  expect(after(day('wed'), less, less, less).saying?.key).toBe('practice-timeplan.edge');
  expect(after(more, more, more, more, more).saying?.key).toBe('practice-timeplan.edge');
});

test.each([
  ['a budget too close to the least', { least: 145 }, {}],
  ['no day for a screen', { free: 3 }, {}],
  ['minutes between the quarters', { days: [{ id: 'mon', minutes: 7 }, ...days.slice(1)] }, {}],
  ['a day without a word', {}, { days: { mon: 'Monday' } }]
])('%s is refused', (_name, facts, texts) => {
  expect(() => scene(facts, texts)).toThrow();
});
