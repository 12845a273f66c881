import { parse } from 'valibot';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readScene, scenes } from '../../../../tests/support/scenes';
import { seedOf } from '../chance';
import { drawn, inBox, mostBoxes, paramsSchema, type LootboxParams } from './odds';
import { lootbox } from './rules';
import { lastFound, start } from './state';

const draws = 1_000_000;
const seedsAScene = 20;
const mostDeviations = 4;

/**
 * What chi-square passes in one of a thousand cases, by degrees of freedom.
 * NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, upper tail, 0.001.
 */
const critical: Readonly<Record<number, number>> = { 4: 18.467, 5: 20.515 };

/** How many boxes held the wish and each of the others, in the scene's order, and how many rows of `need` held a wish. */
interface Million {
  counts: number[];
  rows: number;
  luckyRows: number;
}

/** Opens a million boxes one after the other, as the machine does with one seed. */
function million(params: LootboxParams, seed: number): Million {
  const places = new Map([params.wish, ...params.others].map((thing, place) => [thing, place]));
  const counts = Array.from(places, () => 0);
  let luckyRows = 0;
  let isLucky = false;
  for (let box = 0; box < draws; box += 1) {
    const place = places.get(inBox(params, seed, box)) ?? Number.NaN;
    counts[place] = (counts[place] ?? Number.NaN) + 1;
    isLucky ||= place === 0;
    if ((box + 1) % params.need !== 0) continue;
    luckyRows += Number(isLucky);
    isLucky = false;
  }
  return { counts, rows: Math.floor(draws / params.need), luckyRows };
}

/** The odds that the scene names: the wish in one box of `oneIn`, what is left in equal parts to the others. */
const theory = ({ oneIn, others }: LootboxParams, wish = 1 / oneIn): number[] => [
  wish,
  ...others.map(() => (1 - wish) / others.length)
];

/** How far a binomial count is from its mean, in standard deviations. */
const deviations = (count: number, of: number, chance: number): number =>
  Math.abs(count - of * chance) / Math.sqrt(of * chance * (1 - chance));

/** Pearson's statistic of counts against their odds. */
const chiSquare = (counts: readonly number[], odds: readonly number[]): number => {
  const of = counts.reduce((sum, count) => sum + count);
  return odds.reduce((sum, chance, place) => sum + ((counts[place] ?? 0) - of * chance) ** 2 / (of * chance), 0);
};

/** What of the counts of several seeds speaks against the odds. */
function against(odds: readonly number[], counts: readonly (readonly number[])[]): string[] {
  const limit = critical[odds.length - 1] ?? Number.NaN;
  return counts.flatMap((ofSeed, seed) => {
    const of = ofSeed.reduce((sum, count) => sum + count);
    const far = odds.map((chance, place) => deviations(ofSeed[place] ?? 0, of, chance));
    const square = chiSquare(ofSeed, odds);
    return [
      ...far.flatMap((away, place) => (away <= mostDeviations ? [] : [`${seed}: thing ${place} is ${away} away`])),
      ...(square <= limit ? [] : [`${seed}: chi-square is ${square}`])
    ];
  });
}

/** Thing by thing over all seeds. */
const together = (counts: readonly (readonly number[])[]): number[] =>
  (counts[0] ?? []).map((_, place) => counts.reduce((sum, ofSeed) => sum + (ofSeed[place] ?? 0), 0));

const played = scenes
  .filter(({ kind }) => kind === 'lootbox')
  .map(({ scene }) => ({ scene, params: parse(paramsSchema, readScene('lootbox', scene, 'de')) }));

test('the scenes of the content are there', () => {
  expect(played.map(({ scene }) => scene)).toEqual(['coin-bags', 'football-cards', 'golden-snail', 'last-lantern']);
});

test.each(played)('$scene draws its odds exactly: of evenly spread numbers each thing gets its part', ({ params }) => {
  const { wish, others, oneIn } = params;
  // Fine enough to see a wish that is a hundredth likelier or rarer.
  const fine = 100;
  const evenly = (parts: number) => Array.from({ length: parts }, (_, part) => (part + 0.5) / parts);
  const things = evenly(oneIn * fine).flatMap((first) =>
    evenly(others.length * 10).map((second) => {
      const numbers = [first, second];
      return drawn(params, () => numbers.shift() ?? Number.NaN);
    })
  );
  const parts = (thing: unknown) => things.filter((one) => one === thing).length;
  expect(parts(wish) * oneIn).toBe(things.length);
  for (const other of others) expect(parts(other) * oneIn * others.length).toBe(things.length * (oneIn - 1));
});

describe.each(played)('$scene, a million boxes with each of 20 seeds', ({ scene, params }) => {
  // The seed of the lesson (PracticeSlot), and 1 to 19.
  const seeds = Array.from({ length: seedsAScene }, (_, seed) => (seed === 0 ? seedOf(scene) : seed));
  let runs: Million[] = [];
  let counts: number[][] = [];

  beforeAll(() => {
    runs = seeds.map((seed) => million(params, seed));
    counts = runs.map((run) => run.counts);
  });

  it('holds each thing as often as the odds say, with each seed and with all of them together', () => {
    expect(counts.map((ofSeed) => ofSeed.reduce((sum, count) => sum + count))).toEqual(seeds.map(() => draws));
    expect(against(theory(params), [...counts, together(counts)])).toEqual([]);
  });

  it.each([0.98, 1.02])('would be caught with a wish that is %s times as likely', (factor) => {
    expect(against(theory(params, factor / params.oneIn), [...counts, together(counts)])).not.toEqual([]);
  });

  it('remembers nothing: a row of boxes holds a wish as often as independent boxes do', () => {
    const lucky = 1 - (1 - 1 / params.oneIn) ** params.need;
    expect(runs.filter(({ rows, luckyRows }) => deviations(luckyRows, rows, lucky) > mostDeviations)).toEqual([]);
  });

  it('is what the machine shows, box by box, and in the lesson the wish is no rarer or likelier than chance has it', () => {
    const seed = seedOf(scene);
    let state = start(params, seed);
    let wishes = 0;
    for (let box = 0; box < mostBoxes; box += 1) {
      state = lootbox.reduce(state, { type: 'open', boxes: 1 });
      const [found] = lastFound(state, 1);
      expect(found).toBe(inBox(params, seed, box));
      wishes += Number(found === params.wish);
    }
    expect(deviations(wishes, mostBoxes, 1 / params.oneIn)).toBeLessThanOrEqual(mostDeviations);
    expect(lootbox.lines(state).find(({ id }) => id === 'found')?.words).toMatchObject({ values: { wishes } });
  });
});
