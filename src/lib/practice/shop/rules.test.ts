import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { paramsSchema } from './pages';
import { shop } from './rules';
import { notes, start, type ShopAction, type ShopState } from './state';

const pages = [
  {
    id: 'home',
    items: [
      { id: 'sale', look: 'banner', speaks: 'against' },
      { id: 'hello', look: 'text', speaks: 'neither' }
    ]
  },
  { id: 'imprint', items: [{ id: 'nobody', look: 'text', speaks: 'against' }] }
];
const words = { sale: 'Sale', hello: 'Hello', nobody: 'Nobody', lock: 'Line.', address: 'Address.' };

const scene = (facts: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    address: 'shop.example',
    addressSpeaks: 'neither',
    logo: 'rose',
    verdict: 'leave',
    need: 2,
    pages,
    ...facts,
    texts: {
      task: 'Look.',
      done: 'You can look.',
      asks: ['Find.', 'Judge.'],
      worksheet: ['I look.'],
      name: 'Shop',
      slogan: 'All cheap',
      pages: { home: 'Home', imprint: 'Imprint' },
      items: words,
      why: words,
      notes: { sale: 'Clock', nobody: 'No street' },
      buy: 'Read your notes.',
      leave: 'Well done.',
      ...texts
    }
  });

const params = scene();
const look = (at: string): ShopAction => ({ type: 'look', at });
const imprint: ShopAction = { type: 'go', page: 'imprint' };
const after = (...actions: ShopAction[]): ShopState => actions.reduce(shop.reduce, start(params));
const found = [look('sale'), imprint, look('nobody')];

test('a sign is explained and noted, once', () => {
  const state = after(look('sale'), look('sale'));
  expect(notes(state)).toEqual(['Clock']);
  expect(after(look('sale')).saying).toMatchObject({ values: { words: 'Sale' }, tone: 'good' });
});

test('looking is never a miss: what says nothing is explained as well', () => {
  expect(after(look('hello'), look('address'))).toMatchObject({ misses: 0, saying: { tone: 'info' } });
});

test('the padlock is explained: it says nothing about honesty', () => {
  expect(after(look('lock'))).toMatchObject({ misses: 0, saying: { values: { words: 'Line.' }, tone: 'again' } });
});

test('only what stands on the open page can be looked at', () => {
  expect(after(look('nobody')).now.found).toEqual([]);
});

test('a verdict before the signs is neither right nor wrong, whichever it is', () => {
  const [buys, leaves] = [after({ type: 'buy' }), after({ type: 'leave' })];
  expect(buys.saying).toEqual(leaves.saying);
  expect(buys).toMatchObject({ misses: 0, saying: { key: 'practice-shop.signsFirst', values: { found: 0, need: 2 } } });
});

test('the verdict ends it; the other one is explained and can be changed', () => {
  const wrong = after(...found, { type: 'buy' });
  expect(wrong.saying).toMatchObject({ values: { words: 'Read your notes.' }, tone: 'again' });
  expect(shop.judge(shop.reduce(wrong, { type: 'leave' })).done).toBe(true);
});

test('the guide leads to the page of the next sign', () => {
  expect(shop.guide(after(look('sale')))?.action).toEqual(imprint);
});

test('in an honest shop the signs for it count', () => {
  const honest = scene({ verdict: 'buy', addressSpeaks: 'for', need: 1 }, { notes: { address: 'Fits' } });
  expect(shop.solve(honest)).toEqual([look('address'), { type: 'buy' }]);
});

test.each([
  ['an address that could belong to somebody', { address: 'shop.de' }, {}],
  ['too few signs', { need: 3 }, {}],
  ['a thing without an explanation', {}, { why: { sale: 'Sale' } }],
  ['a sign without a note', {}, { notes: {} }],
  ['a name that stands twice', { pages: [...pages, pages[0]] }, {}]
])('%s is refused', (_name, facts, texts) => {
  expect(() => scene(facts, texts)).toThrow();
});
