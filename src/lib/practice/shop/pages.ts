import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** How a thing on a page is drawn. */
const looks = ['banner', 'product', 'seal', 'review', 'pay', 'text'] as const;

const item = v.strictObject({
  id,
  look: v.picklist(looks),
  /** What it says about the shop: an honest one, a fake one, or nothing. */
  speaks: v.picklist(['for', 'against', 'neither']),
  /** A name of pictures.ts. */
  picture: v.optional(id),
  stars: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)))
});

const page = v.strictObject({ id, items: v.pipe(v.array(item), v.minLength(1), v.maxLength(5)) });

export type Item = v.InferOutput<typeof item>;
export type Page = v.InferOutput<typeof page>;

interface Shop {
  pages: Page[];
  verdict: 'buy' | 'leave';
  addressSpeaks: Item['speaks'];
}

/** The two things that every browser shows: they can be looked at on each page. */
export const barItems = ({ addressSpeaks }: Pick<Shop, 'addressSpeaks'>): { id: string; speaks: Item['speaks'] }[] => [
  { id: 'lock', speaks: 'neither' },
  { id: 'address', speaks: addressSpeaks }
];

/** Everything that can be looked at. */
const itemsOf = (shop: Pick<Shop, 'pages' | 'addressSpeaks'>): { id: string; speaks: Item['speaks'] }[] => [
  ...barItems(shop),
  ...shop.pages.flatMap(({ items }) => items)
];

/** The signs that tell what the shop is. */
export const signsOf = (shop: Shop): string[] =>
  itemsOf(shop)
    .filter(({ speaks }) => speaks === (shop.verdict === 'buy' ? 'for' : 'against'))
    .map((one) => one.id);

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;

const namesIn = (shop: Shop): string[] => itemsOf(shop).map((one) => one.id);

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    /** A reserved domain, which belongs to nobody. */
    address: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.example$/, 'A pretend address ends with .example.')),
    addressSpeaks: v.picklist(['for', 'against', 'neither']),
    /** A name of pictures.ts, beside the shop's name. */
    logo: id,
    verdict: v.picklist(['buy', 'leave']),
    /** How many signs are to be named. */
    need: v.pipe(v.number(), v.integer(), v.minValue(1)),
    pages: v.pipe(v.array(page), v.minLength(2), v.maxLength(5)),
    texts: v.strictObject({
      ...texts,
      name: text,
      slogan: text,
      /** What stands on the keys that lead to the pages. */
      pages: labels,
      /** What stands on the pages. */
      items: labels,
      /** What each thing says about the shop; also for `lock` and `address`. */
      why: labels,
      /** What is noted of a sign, in three or four words. */
      notes: labels,
      /** What the practice says to each verdict. */
      buy: text,
      leave: text
    })
  }),
  v.forward(
    v.check(
      (shop) => unique([...shop.pages.map((one) => one.id), ...namesIn(shop)]),
      'A name stands twice, or is "lock" or "address".'
    ),
    ['pages']
  ),
  v.forward(
    v.check((shop) => signsOf(shop).length >= shop.need, 'More signs are needed than speak for the verdict.'),
    ['need']
  ),
  v.forward(
    v.check(({ texts: { asks } }) => asks.length === 2, 'Write two sentences: one for the signs, one for the verdict.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ pages, texts: { pages: words } }) =>
        unnamed(
          pages.map((one) => one.id),
          words
        ).length === 0,
      'A page has no word here.'
    ),
    ['texts', 'pages']
  ),
  v.forward(
    v.check(
      ({ pages, texts: { items: words } }) =>
        unnamed(
          pages.flatMap(({ items }) => items.map((one) => one.id)),
          words
        ).length === 0,
      'Something on a page has no words here.'
    ),
    ['texts', 'items']
  ),
  v.forward(
    v.check(
      (shop) => unnamed(namesIn(shop), shop.texts.why).length === 0,
      'Something on a page is not explained here.'
    ),
    ['texts', 'why']
  ),
  v.forward(
    v.check((shop) => unnamed(signsOf(shop), shop.texts.notes).length === 0, 'A sign has no note here.'),
    ['texts', 'notes']
  )
);

export type ShopParams = v.InferOutput<typeof paramsSchema>;
