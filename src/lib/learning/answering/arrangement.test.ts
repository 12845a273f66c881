import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedFor,
  back,
  choiceOf,
  gone,
  looseOf,
  matched,
  moved,
  shuffledOf,
  solvedOf,
  type Arrangement,
  type Trail
} from './arrangement';

const runs = { numRuns: 1000 };
const counts = fc.integer({ min: 3, max: 5 });
const seeds = fc.integer();
/** Numbers beyond the row, too: what is tapped twice or late must do no harm. */
const moves = fc.array(
  fc.record({ place: fc.integer({ min: -1, max: 6 }), by: fc.constantFrom(-1 as const, 1 as const) }),
  {
    maxLength: 40
  }
);
const pairings = fc.array(fc.record({ thing: fc.nat(4), partner: fc.nat(4) }), { maxLength: 40 });

const sorted = (order: Arrangement) => [...order].sort();
const partnersIn = (pairs: Arrangement) => pairs.filter((partner) => partner !== undefined);

function walked(start: Arrangement, steps: ((now: Arrangement) => Arrangement)[]): Trail {
  return steps.reduce<Trail>((trail, step) => gone(trail, step(trail.now)), { now: start, past: [] });
}

describe('an order', () => {
  it('starts the same for the same seed, and never with a thing at its place', () => {
    fc.assert(
      fc.property(counts, seeds, (count, seed) => {
        const start = shuffledOf(count, seed);
        expect(start).toEqual(shuffledOf(count, seed));
        expect(sorted(start)).toEqual(solvedOf(count));
        expect(start.some((thing, place) => thing === place)).toBe(false);
      }),
      runs
    );
  });

  it('starts otherwise with another seed', () => {
    expect(new Set(Array.from({ length: 50 }, (_, seed) => shuffledOf(4, seed).join())).size).toBe(6);
  });

  it('has each thing once after any moves, and is back at its start when all are taken back', () => {
    fc.assert(
      fc.property(counts, seeds, moves, (count, seed, steps) => {
        const start = shuffledOf(count, seed);
        let trail = walked(
          start,
          steps.map(
            ({ place, by }) =>
              (now) =>
                moved(now, place, by)
          )
        );
        expect(sorted(trail.now)).toEqual(solvedOf(count));
        while (trail.past.length > 0) trail = back(trail);
        expect(trail.now).toEqual(start);
        expect(back(trail)).toEqual(trail);
      }),
      runs
    );
  });

  it('is as before when a thing goes up and down again', () => {
    fc.assert(
      fc.property(counts, seeds, fc.nat(4), (count, seed, place) => {
        const start = shuffledOf(count, seed);
        if (place + 1 < count) expect(moved(moved(start, place, 1), place + 1, -1)).toEqual(start);
      }),
      runs
    );
  });

  it('can be brought right from everywhere with single moves', () => {
    fc.assert(
      fc.property(counts, seeds, moves, (count, seed, steps) => {
        let order = steps.reduce<Arrangement>((now, { place, by }) => moved(now, place, by), shuffledOf(count, seed));
        for (let wrong = choiceOf(order); wrong !== count; wrong = choiceOf(order)) {
          const thing = wrong ?? 0;
          for (let at = order.indexOf(thing); at > thing; at -= 1) order = moved(order, at, -1);
        }
        expect(order).toEqual(solvedOf(count));
      }),
      runs
    );
  });
});

describe('a match', () => {
  it('gives each partner to one thing at most after any pairs, and is loose again when all are taken back', () => {
    fc.assert(
      fc.property(counts, pairings, (count, steps) => {
        let trail = walked(
          looseOf(count),
          steps
            .filter(({ thing, partner }) => thing < count && partner < count)
            .map(
              ({ thing, partner }) =>
                (now) =>
                  matched(now, thing, partner)
            )
        );
        expect(trail.now).toHaveLength(count);
        const partners = partnersIn(trail.now);
        expect(new Set(partners).size).toBe(partners.length);
        while (trail.past.length > 0) trail = back(trail);
        expect(trail.now).toEqual(looseOf(count));
      }),
      runs
    );
  });

  it('takes the same pair twice for once', () => {
    const pairs = matched(looseOf(3), 1, 2);
    expect(gone({ now: pairs, past: [] }, matched(pairs, 1, 2)).past).toEqual([]);
  });

  it('asks for the things one after another, and comes to its end by what it asks for', () => {
    fc.assert(
      fc.property(counts, seeds, (count, seed) => {
        const order = shuffledOf(count, seed);
        let pairs = looseOf(count);
        for (const partner of order) {
          expect(choiceOf(pairs)).toBeUndefined();
          pairs = matched(pairs, askedFor(pairs, undefined) ?? -1, partner);
        }
        expect(askedFor(pairs, undefined)).toBeUndefined();
        expect(choiceOf(pairs)).toBe(0);
        for (const thing of order) pairs = matched(pairs, thing, thing);
        expect(choiceOf(pairs)).toBe(partnersIn(pairs).length === count ? count : undefined);
      }),
      runs
    );
  });

  it('asks for the thing that somebody wants, also where it has a partner', () => {
    expect(askedFor([0, undefined, undefined], 0)).toBe(0);
  });
});

it('an arrangement comes to the first thing that is not where it belongs', () => {
  expect(choiceOf([0, 2, 1])).toBe(1);
  expect(choiceOf([0, 1, 2])).toBe(3);
  expect(choiceOf([0, undefined, 2])).toBeUndefined();
});
