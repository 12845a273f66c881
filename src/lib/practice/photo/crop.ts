import type { Goal, Photo, Thing } from './photos.ts';

/** A photo is drawn on this many columns and rows. */
export const columns = 6;
export const rows = 4;

export const sides = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof sides)[number];
/** How many columns or rows are cut off at each side. */
export type Cut = Readonly<Record<Side, number>>;

export const uncut: Cut = { left: 0, right: 0, top: 0, bottom: 0 };

/** The part of a thing that a cut leaves: all of it, some, or nothing. */
export function leftOf({ column, row, size }: Thing, cut: Cut): 'all' | 'some' | 'none' {
  const [from, to, top, end] = [1 + cut.left, columns - cut.right, 1 + cut.top, rows - cut.bottom];
  const [last, low] = [column + size - 1, row + size - 1];
  if (last < from || column > to || low < top || row > end) return 'none';
  return column >= from && last <= to && row >= top && low <= end ? 'all' : 'some';
}

type CropGoal = Extract<Goal, { do: 'crop' }>;

/** Whether a cut keeps what is to be kept, whole, and takes away all that is to go. */
export const isCutRight = (photo: Photo, { keep, away }: CropGoal, cut: Cut): boolean =>
  photo.things.every((thing) => {
    if (away.includes(thing.id)) return leftOf(thing, cut) === 'none';
    return !keep.includes(thing.id) || leftOf(thing, cut) === 'all';
  });

const sum = ({ left, right, top, bottom }: Cut): number => left + right + top + bottom;

/** All ways to cut that leave something, from the smallest cut to the largest. */
const cuts: readonly Cut[] = Array.from({ length: columns * columns * rows * rows }, (_, index) => ({
  left: index % columns,
  right: Math.floor(index / columns) % columns,
  top: Math.floor(index / columns ** 2) % rows,
  bottom: Math.floor(index / (columns ** 2 * rows))
}))
  .filter(({ left, right, top, bottom }) => left + right < columns && top + bottom < rows)
  .sort((one, two) => sum(one) - sum(two));

/** The smallest cut that is right; undefined where there is none. */
export const rightCut = (photo: Photo, goal: CropGoal): Cut | undefined =>
  cuts.find((cut) => isCutRight(photo, goal, cut));
