import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';
import { columns, rightCut, rows } from './crop.ts';

const step = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** One thing on a photo, from the column and row of its start corner; sizes count in columns and rows. */
const thing = v.strictObject({
  id,
  /** A name of ui/pictures.ts. */
  picture: id,
  column: step(columns),
  row: step(rows),
  size: v.optional(step(3), 1)
});

/** Somebody on a photo, and what they say when they are asked. */
const person = v.strictObject({
  id,
  agrees: v.boolean(),
  child: v.optional(v.boolean(), false),
  column: step(columns),
  row: step(rows - 1)
});

const photo = v.strictObject({
  id,
  ground: v.picklist(['sea', 'meadow', 'room', 'evening']),
  /** Quarter turns to the right in which it lies at first. */
  turned: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)), 0),
  /** It lies in the bin at first. */
  binned: v.optional(v.boolean(), false),
  things: v.pipe(v.array(thing), v.minLength(1), v.maxLength(8)),
  people: v.optional(v.array(person), [])
});

const goal = v.variant('do', [
  v.strictObject({ do: v.literal('turn'), photo: id }),
  /** What stays in sight, and what is cut away. */
  v.strictObject({ do: v.literal('crop'), photo: id, keep: v.array(id), away: v.pipe(v.array(id), v.minLength(1)) }),
  v.strictObject({ do: v.literal('file'), photo: id, album: id }),
  v.strictObject({ do: v.literal('bin'), photo: id }),
  v.strictObject({ do: v.literal('restore'), photo: id }),
  /** One of these, with the consent of all who are on it. */
  v.strictObject({ do: v.literal('share'), photos: v.pipe(v.array(id), v.minLength(1)) })
]);

export type Photo = v.InferOutput<typeof photo>;
export type Thing = v.InferOutput<typeof thing>;
export type Person = v.InferOutput<typeof person>;
export type Goal = v.InferOutput<typeof goal>;

const unique = (names: readonly string[]): boolean => new Set(names).size === names.length;
const idsOf = (things: readonly { id: string }[]): string[] => things.map((one) => one.id);

/** The photos that a goal is about. */
export const photosOf = (wanted: Goal): string[] => (wanted.do === 'share' ? wanted.photos : [wanted.photo]);

interface Scene {
  photos: readonly Photo[];
  albums: readonly string[];
  goals: readonly Goal[];
}

/** Whether a goal is about photos that there are, can be reached, and is not met before anybody does anything. */
function fits({ photos, albums, goals }: Scene, wanted: Goal): boolean {
  const found = photosOf(wanted).flatMap((name) => photos.find((one) => one.id === name) ?? []);
  const [first] = found;
  if (!first || found.length < photosOf(wanted).length) return false;
  switch (wanted.do) {
    case 'turn':
      return first.turned !== 0;
    case 'crop':
      return (
        [...wanted.keep, ...wanted.away].every((name) => idsOf(first.things).includes(name)) &&
        rightCut(first, wanted) !== undefined
      );
    case 'file':
      return albums.includes(wanted.album);
    case 'bin':
      return !first.binned;
    case 'restore':
      return first.binned || goals.some((one) => one.do === 'bin' && one.photo === wanted.photo);
    case 'share':
      return true;
  }
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    photos: v.pipe(v.array(photo), v.minLength(1), v.maxLength(6)),
    albums: v.optional(v.pipe(v.array(id), v.maxLength(4)), []),
    goals: v.pipe(v.array(goal), v.minLength(1)),
    texts: v.strictObject({
      ...texts,
      /** The names of photos, things that are cut away or kept, people and albums. */
      labels,
      /** What each photo shows, for whoever does not see it. */
      shows: labels,
      /** What each person says when they are asked. */
      says: v.optional(labels, {}),
      /** What is right, for paper: one sentence a goal. */
      solutions: v.array(text),
      /** With whom is shared: "die Familie". */
      sharedWith: text
    })
  }),
  v.forward(
    v.check(
      ({ photos }) =>
        unique(idsOf(photos)) && photos.every(({ things, people }) => unique(idsOf(things)) && unique(idsOf(people))),
      'A name stands twice among the photos, or on one of them.'
    ),
    ['photos']
  ),
  v.forward(
    v.check(
      (scene) => scene.goals.every((one) => fits(scene, one)),
      'A goal names a photo, a thing or an album that there is not, can not be reached, or is met from the start.'
    ),
    ['goals']
  ),
  v.forward(
    v.check(
      ({ goals, texts: { asks, solutions } }) => goals.length === asks.length && goals.length === solutions.length,
      'Write one sentence under "asks" and one under "solutions" for each goal.'
    ),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(({ photos, albums, goals, texts: { labels: words } }) => {
      const people = photos.flatMap((one) => idsOf(one.people));
      const cut = goals.flatMap((one) => (one.do === 'crop' ? [...one.keep, ...one.away] : []));
      return unnamed([...idsOf(photos), ...albums, ...people, ...cut], words).length === 0;
    }, 'A photo, a thing, a person or an album has no word here.'),
    ['texts', 'labels']
  ),
  v.forward(
    v.check(
      ({ photos, texts: { shows } }) => unnamed(idsOf(photos), shows).length === 0,
      'Describe each photo for whoever does not see it.'
    ),
    ['texts', 'shows']
  ),
  v.forward(
    v.check(
      ({ photos, texts: { says } }) =>
        unnamed(
          photos.flatMap((one) => idsOf(one.people)),
          says
        ).length === 0,
      'Write what each person says when they are asked.'
    ),
    ['texts', 'says']
  )
);

export type PhotoParams = v.InferOutput<typeof paramsSchema>;
