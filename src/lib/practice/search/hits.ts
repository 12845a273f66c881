import * as v from 'valibot';
import { help, id, text, texts } from '../words.ts';

const hit = v.strictObject({
  id,
  kind: v.picklist(['ad', 'official', 'shop', 'blog', 'news', 'fake', 'route']),
  /** The one to open or to choose. */
  right: v.optional(v.boolean(), false)
});

const hitWords = v.strictObject({
  title: text,
  /** A pretend address; a connection of a timetable has none. */
  address: v.optional(
    v.pipe(text, v.regex(/^[a-z0-9.-]+\.example(\/[a-z0-9/-]*)?$/, 'A pretend address ends in .example.'))
  ),
  snippet: text,
  /** What stands on the page behind it, one paragraph each. */
  page: v.optional(v.array(text), []),
  /** Why it is the right one, or not. */
  why: text
});

type Hits = readonly v.InferOutput<typeof hit>[];

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;
const sameNames = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((name) => two.includes(name));

/** Whether the hits are such that the scene can be solved. */
function isSolvable(ask: string, hits: Hits): boolean {
  const right = hits.filter((one) => one.right);
  if (ask === 'mark-ads') return right.length === 0 && hits.some(({ kind }) => kind === 'ad');
  return right.length === 1 && right.every(({ kind }) => kind !== 'ad' && kind !== 'fake');
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    /** find: open the right page · mark-ads: mark all adverts · compare: look at two pages, believe one · route: take one connection */
    ask: v.picklist(['find', 'mark-ads', 'compare', 'route']),
    hits: v.pipe(v.array(hit), v.minLength(2), v.maxLength(8)),
    texts: v.strictObject({
      ...texts,
      /** What is to be searched for. */
      query: v.pipe(text, v.maxLength(40)),
      /** What the search offers below its field; one of them is the query. */
      suggestions: v.pipe(v.array(text), v.minLength(2), v.maxLength(4)),
      /** The small word above a hit that was paid for. */
      ad: v.optional(text),
      hits: v.record(id, hitWords)
    })
  }),
  v.forward(
    v.check(
      ({ ask, hits }) => unique(hits.map((one) => one.id)) && isSolvable(ask, hits),
      'Exactly one hit is right, and it is neither an advert nor fake; where adverts are marked there is at least one, and no right one. No name stands twice.'
    ),
    ['hits']
  ),
  v.forward(
    v.check(
      ({ hits, texts: { hits: words } }) =>
        sameNames(
          hits.map((one) => one.id),
          Object.keys(words)
        ),
      'Each hit of scene.yaml has its words here, and no other.'
    ),
    ['texts', 'hits']
  ),
  v.forward(
    v.check(
      ({ ask, texts: { hits: words } }) =>
        ask === 'mark-ads' || Object.values(words).every(({ page }) => page.length > 0),
      'Write what stands on the page of each hit.'
    ),
    ['texts', 'hits']
  ),
  v.forward(
    v.check(
      ({ texts: { query, suggestions } }) => unique(suggestions) && suggestions.includes(query),
      'One of the suggestions is the query, and none stands twice.'
    ),
    ['texts', 'suggestions']
  ),
  v.forward(
    v.check(
      ({ hits, texts: { ad } }) => hits.some(({ kind }) => kind === 'ad') === (ad !== undefined),
      'Write the word that stands above an advert, where there is one.'
    ),
    ['texts', 'ad']
  ),
  v.forward(
    v.check(
      ({ texts: { asks } }) => asks.length === 2,
      'Write two sentences: one for the search, one for its results.'
    ),
    ['texts', 'asks']
  )
);

export type SearchParams = v.InferOutput<typeof paramsSchema>;
export type Hit = SearchParams['hits'][number];
export type HitWords = SearchParams['texts']['hits'][string];
