import * as v from 'valibot';
import { help, id, text, texts } from '../words.ts';

/** Something a page or an app wants to do. Only what is needed should end up on. */
const purpose = v.strictObject({
  id,
  needed: v.optional(v.boolean(), false),
  /** How its switch stands at first. */
  on: v.optional(v.boolean(), false)
});

const round = v.strictObject({
  id,
  /** cookie: a banner on a page · dialogs: an app asks, one thing after the other · list: an app's switches */
  screen: v.picklist(['cookie', 'dialogs', 'list']),
  /** How a banner pushes: not at all · "yes" is loud · "no" stands in the settings only · "no" is to feel bad */
  dark: v.optional(v.picklist(['none', 'colour', 'hidden', 'guilt']), 'none'),
  /** How many firms look on when everything is accepted. */
  firms: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2)), 43),
  purposes: v.pipe(v.array(purpose), v.minLength(1), v.maxLength(6))
});

const roundWords = v.strictObject({
  /** The name of the page or the app. */
  name: text,
  /** A page's pretend address. */
  address: v.optional(v.pipe(text, v.regex(/^[a-z0-9.-]+\.example$/, 'A pretend address ends in .example.'))),
  /** What stands on the page, or what the app is for. */
  about: text,
  /** What the banner says. */
  banner: v.optional(text),
  /** The words of "no" where they are to make people feel bad. */
  deny: v.optional(text),
  /** Each purpose, and why it is needed or not. */
  purposes: v.record(id, v.strictObject({ name: text, why: text }))
});

export type Round = v.InferOutput<typeof round>;
export type RoundWords = v.InferOutput<typeof roundWords>;

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;
const sameNames = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((name) => two.includes(name));
const idsOf = (things: readonly { id: string }[]): string[] => things.map((one) => one.id);

function fits({ screen, dark, purposes }: Round, words: RoundWords | undefined): boolean {
  if (!words || !sameNames(idsOf(purposes), Object.keys(words.purposes))) return false;
  const isPage = screen === 'cookie';
  return (
    (words.banner !== undefined) === isPage &&
    (words.address !== undefined) === isPage &&
    (words.deny !== undefined) === (dark === 'guilt')
  );
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    rounds: v.pipe(v.array(round), v.minLength(1), v.maxLength(6)),
    texts: v.strictObject({ ...texts, rounds: v.record(id, roundWords) })
  }),
  v.forward(
    v.check(
      ({ rounds }) => unique(idsOf(rounds)) && rounds.every(({ purposes }) => unique(idsOf(purposes))),
      'A name stands twice among the rounds or purposes.'
    ),
    ['rounds']
  ),
  v.forward(
    v.check(
      ({ rounds }) => rounds.every(({ screen, dark }) => screen === 'cookie' || dark === 'none'),
      'Only a banner pushes: take "dark" out of the other rounds.'
    ),
    ['rounds']
  ),
  v.forward(
    v.check(
      ({ rounds, texts: { rounds: words } }) =>
        sameNames(idsOf(rounds), Object.keys(words)) && rounds.every((one) => fits(one, words[one.id])),
      'Each round and each purpose has its words here; a banner its address and sentence, and "deny" where it pushes with guilt.'
    ),
    ['texts', 'rounds']
  ),
  v.forward(
    v.check(({ rounds, texts: { asks } }) => asks.length === rounds.length, 'Write one sentence for each round.'),
    ['texts', 'asks']
  )
);

export type ConsentParams = v.InferOutput<typeof paramsSchema>;
