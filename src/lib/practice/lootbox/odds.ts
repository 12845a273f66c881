import * as v from 'valibot';
import { chanceOf } from '../chance.ts';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** Nobody has to open more than this: by then everything was seen. */
export const mostBoxes = 500;

/** How many boxes the keys open at once. */
export const handfuls = [1, 10, 50] as const;

const thing = v.strictObject({
  id,
  /** A name of pictures.ts. */
  picture: id
});

const pick = v.strictObject({ id, ok: v.optional(v.boolean(), false) });

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    /** What everybody wants. */
    wish: thing,
    /** What is in the other boxes. */
    others: v.pipe(v.array(thing), v.minLength(2), v.maxLength(8)),
    /** One box in so many has the wish in it: 100 is a chance of 1 percent. */
    oneIn: v.pipe(positive, v.minValue(2), v.maxValue(200)),
    /** What a box costs in pretend coins, and how many coins a euro buys. */
    coinsABox: positive,
    coinsAEuro: positive,
    /** How many boxes are opened before the meter is looked at. */
    need: v.pipe(positive, v.minValue(20, 'With fewer than 20 boxes luck decides.'), v.maxValue(mostBoxes)),
    picks: v.pipe(v.array(pick), v.minLength(2), v.maxLength(4)),
    texts: v.strictObject({
      ...texts,
      /** The name of the pretend game. */
      game: text,
      things: labels,
      question: text,
      picks: labels,
      answers: labels
    })
  }),
  v.forward(
    v.check(({ picks }) => picks.some(({ ok }) => ok), 'One answer at least is "ok".'),
    ['picks']
  ),
  v.forward(
    v.check(({ texts: { asks } }) => asks.length === 3, 'Write three sentences: open, look at the euros, answer.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ wish, others, texts: { things } }) =>
        unnamed(
          [wish, ...others].map((one) => one.id),
          things
        ).length === 0,
      'Something in a box has no word here.'
    ),
    ['texts', 'things']
  ),
  v.forward(
    v.check(
      ({ picks, texts: { picks: words } }) =>
        unnamed(
          picks.map((one) => one.id),
          words
        ).length === 0,
      'An answer has no words here.'
    ),
    ['texts', 'picks']
  ),
  v.forward(
    v.check(
      ({ picks, texts: { answers } }) =>
        unnamed(
          picks.map((one) => one.id),
          answers
        ).length === 0,
      'An answer is not answered here.'
    ),
    ['texts', 'answers']
  )
);

export type LootboxParams = v.InferOutput<typeof paramsSchema>;
export type Thing = v.InferOutput<typeof thing>;

/**
 * What is in a box, by the odds of the scene: the wish in one of `oneIn`, the others in equal parts.
 * @param chance numbers in [0, 1), as chanceOf gives them
 */
export function drawn({ wish, others, oneIn }: LootboxParams, chance: () => number): Thing {
  if (chance() < 1 / oneIn) return wish;
  return others[Math.floor(chance() * others.length)] ?? wish;
}

/** What is in a box: the same seed and number give the same thing on every machine. */
export const inBox = (params: LootboxParams, seed: number, box: number): Thing =>
  drawn(params, chanceOf(seed + box * 7919));

/** What boxes cost, in whole euros: cents would only hide the size of it. */
export const eurosFor = ({ coinsABox, coinsAEuro }: LootboxParams, boxes: number): number =>
  Math.round((boxes * coinsABox) / coinsAEuro);

/** How likely so many boxes hold the wish at least once, in percent from 0 to 99. */
export const percentAfter = ({ oneIn }: LootboxParams, boxes: number): number =>
  Math.min(99, Math.round((1 - (1 - 1 / oneIn) ** boxes) * 100));
