import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

const rule = v.strictObject({
  id,
  topic: id,
  /** Who promises it. */
  by: v.picklist(['child', 'parents', 'all'])
});

export type Rule = v.InferOutput<typeof rule>;

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8));

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    rules: v.pipe(v.array(rule), v.minLength(3), v.maxLength(14)),
    /** The rules that stand in the agreement already. */
    chosen: v.optional(v.array(id), []),
    least: count,
    most: count,
    texts: v.strictObject({
      ...texts,
      /** What stands above the agreement. */
      title: text,
      topics: labels,
      rules: labels,
      /** Who signs. */
      child: text,
      parents: text
    })
  }),
  v.forward(
    v.check(({ rules }) => unique(rules.map((one) => one.id)), 'A rule stands twice.'),
    ['rules']
  ),
  v.forward(
    v.check(({ rules }) => rules.some(({ by }) => by === 'parents'), 'The parents have nothing to promise.'),
    ['rules']
  ),
  v.forward(
    v.check(
      ({ least, most, rules }) => least <= most && most <= rules.length,
      'No more rules than there are, and "least" is not above "most".'
    ),
    ['most']
  ),
  v.forward(
    v.check(
      ({ chosen, rules }) => unique(chosen) && chosen.every((name) => rules.some((one) => one.id === name)),
      'A chosen rule is not in "rules", or stands twice.'
    ),
    ['chosen']
  ),
  v.forward(
    v.check(({ texts: { asks } }) => asks.length === 3, 'Write three sentences: choose, promise, sign.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ rules, texts: { rules: words } }) =>
        unnamed(
          rules.map((one) => one.id),
          words
        ).length === 0,
      'A rule has no words here.'
    ),
    ['texts', 'rules']
  ),
  v.forward(
    v.check(
      ({ rules, texts: { topics } }) =>
        unnamed(
          rules.map((one) => one.topic),
          topics
        ).length === 0,
      'A topic has no word here.'
    ),
    ['texts', 'topics']
  )
);

export type AgreementParams = v.InferOutput<typeof paramsSchema>;
