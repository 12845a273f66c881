import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { paramsSchema } from './bank';
import { agreement } from './rules';
import { reached, start, type AgreementAction, type AgreementState } from './state';

const rules = [
  { id: 'a', topic: 'time', by: 'child' },
  { id: 'b', topic: 'time', by: 'child' },
  { id: 'c', topic: 'time', by: 'all' },
  { id: 'd', topic: 'time', by: 'parents' }
];

const scene = (facts: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    rules,
    least: 2,
    most: 3,
    ...facts,
    texts: {
      task: 'Agree.',
      done: 'You agree.',
      asks: ['Choose.', 'Promise.', 'Sign.'],
      worksheet: ['I agree.'],
      title: 'Ours',
      topics: { time: 'Time' },
      rules: { a: 'A', b: 'B', c: 'C', d: 'D' },
      child: 'Lia',
      parents: 'Mum',
      ...texts
    }
  });

const params = scene();
const add = (rule: string): AgreementAction => ({ type: 'add', rule });
const sign = (who: 'child' | 'parents'): AgreementAction => ({ type: 'sign', who });
const after = (...actions: AgreementAction[]): AgreementState => actions.reduce(agreement.reduce, start(params));
const full = [add('a'), add('b'), add('d')];

test('a few rules, a promise by the parents and two signatures make an agreement', () => {
  expect(reached(after(add('a'), add('b')))).toBe(1);
  expect(reached(after(...full))).toBe(2);
  expect(agreement.judge(after(...full, sign('child'), sign('parents'))).done).toBe(true);
});

test('more rules than are good are not taken: less helps more', () => {
  const state = after(...full, add('c'));
  expect(state.now.chosen).toEqual(['a', 'b', 'd']);
  expect(state).toMatchObject({ misses: 1, saying: { key: 'practice-agreement.lessIsMore', values: { most: 3 } } });
});

test('nobody signs for the child alone: the parents are asked what they promise', () => {
  expect(after(add('a'), add('b'), sign('child'))).toMatchObject({
    now: { signed: [] },
    saying: { key: 'practice-agreement.parentsToo', tone: 'again' }
  });
});

test('a changed agreement is signed anew', () => {
  const signed = after(...full, sign('child'), sign('parents'));
  expect(agreement.reduce(signed, { type: 'remove', rule: 'a' }).now.signed).toEqual([]);
  expect(agreement.reduce(signed, { type: 'move', rule: 'a', to: 'down' }).now).toEqual({
    chosen: ['b', 'a', 'd'],
    signed: []
  });
});

test('a rule at the edge stays where it is', () => {
  expect(after(...full, { type: 'move', rule: 'a', to: 'up' }).saying?.key).toBe('practice-agreement.edge');
});

test('also where only so many rules fit as there have to be, the guide finds a place for the parents', () => {
  const tight = scene({ least: 3, most: 3, chosen: ['a', 'b', 'c'] });
  const end = agreement.solve(tight).reduce(agreement.reduce, start(tight));
  expect(agreement.judge(end).done).toBe(true);
});

test.each([
  ['an agreement without a promise by the parents', { rules: rules.slice(0, 3) }, {}],
  ['more at least than at most', { least: 4, most: 3 }, {}],
  ['a chosen rule that is in no bank', { chosen: ['x'] }, {}],
  ['a rule without words', {}, { rules: { a: 'A' } }]
])('%s is refused', (_name, facts, texts) => {
  expect(() => scene(facts, texts)).toThrow();
});
