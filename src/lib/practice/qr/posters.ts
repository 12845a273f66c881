import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

const poster = v.strictObject({
  id,
  /** A name of pictures.ts: what the poster shows. */
  picture: id,
  /** Where the code leads. */
  address: v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9-]+(\.[a-z0-9-]+)*\.example(\/[a-z0-9/-]*)?$/,
      'A pretend address ends with .example, or goes on after a /.'
    )
  ),
  /** The code is a sticker over another one. */
  sticker: v.optional(v.boolean(), false),
  verdict: v.picklist(['open', 'leave'])
});

export type Poster = v.InferOutput<typeof poster>;

interface Posters {
  posters: Poster[];
}

const names = ({ posters }: Posters): string[] => posters.map((one) => one.id);

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    posters: v.pipe(v.array(poster), v.minLength(1), v.maxLength(6)),
    texts: v.strictObject({
      ...texts,
      /** Where each poster hangs, or how the letter came. */
      places: labels,
      /** What stands on it. */
      posters: labels,
      /** What is seen by looking closer. */
      closer: labels,
      /** What the practice says to whoever opens the address, and to whoever does not. */
      open: labels,
      leave: labels,
      /** How the signs of an address are called when it is read letter by letter. */
      signs: v.strictObject({ dash: text, dot: text, slash: text })
    })
  }),
  v.forward(
    v.check((scene) => new Set(names(scene)).size === scene.posters.length, 'A name stands twice among the posters.'),
    ['posters']
  ),
  v.forward(
    v.check(({ posters, texts: { asks } }) => posters.length === asks.length, 'Write one sentence for each poster.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check((scene) => unnamed(names(scene), scene.texts.places).length === 0, 'A poster has no place here.'),
    ['texts', 'places']
  ),
  v.forward(
    v.check((scene) => unnamed(names(scene), scene.texts.posters).length === 0, 'A poster has no words here.'),
    ['texts', 'posters']
  ),
  v.forward(
    v.check((scene) => unnamed(names(scene), scene.texts.closer).length === 0, 'A poster has no closer look here.'),
    ['texts', 'closer']
  ),
  v.forward(
    v.check((scene) => unnamed(names(scene), scene.texts.open).length === 0, 'A poster has no answer here.'),
    ['texts', 'open']
  ),
  v.forward(
    v.check((scene) => unnamed(names(scene), scene.texts.leave).length === 0, 'A poster has no answer here.'),
    ['texts', 'leave']
  )
);

export type QrParams = v.InferOutput<typeof paramsSchema>;

/** An address in three parts: what stands before the part that counts, that part, and what follows. */
export function addressParts(address: string): { before: string; counts: string; after: string } {
  const [host = '', ...path] = address.split('/');
  const names = host.split('.');
  const counts = names.slice(-2).join('.');
  return {
    before: host.slice(0, host.length - counts.length),
    counts,
    after: path.length > 0 ? `/${path.join('/')}` : ''
  };
}

/** An address letter by letter, with the signs in words. */
export function spelled({ texts: { signs } }: QrParams, address: string): string {
  const words: Readonly<Record<string, string>> = { '-': signs.dash, '.': signs.dot, '/': signs.slash };
  return [...address].map((letter) => words[letter] ?? letter).join(' ');
}
