import { parse } from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { eurosFor, inBox, mostBoxes, paramsSchema, percentAfter } from './odds';
import { lootbox } from './rules';
import { lastFound, start, wishesIn, type LootboxAction, type LootboxState } from './state';

const scene = (facts: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    wish: { id: 'dragon', picture: 'fox' },
    others: [
      { id: 'socks', picture: 'snail' },
      { id: 'hat', picture: 'owl' }
    ],
    oneIn: 100,
    coinsABox: 250,
    coinsAEuro: 100,
    need: 20,
    picks: [{ id: 'cheap' }, { id: 'dear', ok: true }],
    ...facts,
    texts: {
      task: 'Open.',
      done: 'You know.',
      asks: ['Open.', 'Euros.', 'Answer.'],
      worksheet: ['I know.'],
      game: 'Box',
      things: { dragon: 'dragon', socks: 'socks', hat: 'hat' },
      question: 'How much?',
      picks: { cheap: '3 euros', dear: '250 euros' },
      answers: { cheap: 'More.', dear: 'Right.' },
      ...texts
    }
  });

const params = scene();
const open = (boxes: 1 | 10 | 50): LootboxAction => ({ type: 'open', boxes });
const euros: LootboxAction = { type: 'euros' };
const pick = (id: string): LootboxAction => ({ type: 'pick', pick: id });
const after = (...actions: LootboxAction[]): LootboxState => actions.reduce(lootbox.reduce, start(params, 1));

describe('the odds', () => {
  // p = 1 %: the chance of at least one hit is 1 - 0.99^n.
  it.each([
    [10, 10],
    [20, 18],
    [50, 39],
    [69, 50],
    [100, 63],
    [200, 87],
    [mostBoxes, 99]
  ])('after %s boxes are %s percent', (boxes, percent) => {
    expect(percentAfter(params, boxes)).toBe(percent);
  });

  it('are those of the scene: of 20,000 boxes about one in a hundred has the wish in it', () => {
    let wishes = 0;
    for (let box = 0; box < 20_000; box += 1) if (inBox(params, 7, box).id === 'dragon') wishes += 1;
    expect(wishes).toBeGreaterThan(140);
    expect(wishes).toBeLessThan(260);
  });

  it('are the same on every machine', () => {
    expect(lastFound(after(open(10)), 5)).toEqual(lastFound(after(open(10)), 5));
  });

  it('cost what the coins cost', () => {
    expect(eurosFor(params, 100)).toBe(250);
  });
});

test('luck in the first boxes is named as luck, with the mean', () => {
  const seed = Array.from({ length: 2000 }, (_, one) => one).find((one) => wishesIn(start(params, one), 0, 3) > 0) ?? 0;
  const first = [open(1), open(1), open(1)].reduce(lootbox.reduce, start(params, seed));
  const said = [1, 2, 3].map(
    (count) => [open(1), open(1), open(1)].slice(0, count).reduce(lootbox.reduce, start(params, seed)).saying?.key
  );
  expect(said).toContain('practice-lootbox.lucky');
  expect(lootbox.judge(first).reached).toBe(0);
});

test('the euros may be looked at before; the goal needs enough boxes', () => {
  expect(after(euros).saying?.key).toBe('practice-lootbox.openMore');
  expect(lootbox.judge(after(euros)).reached).toBe(0);
  expect(lootbox.judge(after(euros, open(10), open(10))).reached).toBe(2);
});

test('the question comes after the euros, and a wrong answer may be changed', () => {
  expect(after(pick('dear')).now.answered).toBe(false);
  expect(lootbox.judge(after(open(50), pick('dear'))).reached).toBe(1);
  const wrong = after(open(50), euros, pick('cheap'));
  expect(wrong.saying).toMatchObject({ values: { words: 'More.' }, tone: 'again' });
  expect(lootbox.judge(lootbox.reduce(wrong, pick('dear'))).done).toBe(true);
});

test('there is an end to opening boxes', () => {
  const state = after(...Array.from({ length: 11 }, () => open(50)));
  expect(state).toMatchObject({ now: { opened: mostBoxes }, saying: { key: 'practice-lootbox.enough' } });
});

test.each([
  ['too few boxes to see anything', { need: 5 }, {}],
  ['no right answer', { picks: [{ id: 'cheap' }, { id: 'dear' }] }, {}],
  ['a thing without a word', {}, { things: { dragon: 'dragon' } }]
])('%s is refused', (_name, facts, texts) => {
  expect(() => scene(facts, texts)).toThrow();
});
