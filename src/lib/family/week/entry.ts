import * as v from 'valibot';
import type { EventType } from '$lib/sync/event';

/** The four kinds of time, in the order in which they stand. */
export const kinds = ['sleep', 'school', 'screen', 'free'] as const;
export type Kind = (typeof kinds)[number];

/** What the family agreed beforehand, and what it wrote down afterwards, by hand. */
export const columns = ['agreed', 'was'] as const;
export type Column = (typeof columns)[number];

/** Monday is 0. */
export const days = [0, 1, 2, 3, 4, 5, 6] as const;
export type Day = (typeof days)[number];

/** Time is counted in quarters of an hour; a day has so many. */
export const quartersADay = 96;

const isMonday = (date: string): boolean => new Date(`${date}T00:00:00Z`).getUTCDay() === 1;

/** A further child, by an id made on a device. */
const child = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

/** Characters of a child's name at most. */
export const longestChild = 60;

const enteredData = v.object({
  /** whose week it is; without one it is that of the child of the agreement */
  child: v.optional(child),
  /** the week's Monday, `YYYY-MM-DD` */
  week: v.pipe(v.string(), v.isoDate(), v.check(isMonday, 'A week is named by its Monday.')),
  day: v.picklist(days),
  kind: v.picklist(kinds),
  column: v.picklist(columns),
  /** quarters of an hour; null where nothing is entered, which is not the same as none */
  quarters: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(quartersADay)))
});

export type Entered = v.InferOutput<typeof enteredData>;

/** A time was entered, changed, or taken out again. */
export const timeEntered: EventType<Entered> = {
  type: 'time.entered',
  streams: ['family'],
  neverSent: true,
  schema: enteredData
};

const childData = v.object({
  child,
  /** empty where the child was taken out; its times are kept */
  name: v.pipe(v.string(), v.trim(), v.maxLength(longestChild))
});

/** A further child of the family was named, named otherwise, or taken out. */
export const childNamed: EventType<v.InferOutput<typeof childData>> = {
  type: 'child.named',
  streams: ['family'],
  neverSent: true,
  schema: childData
};

export type ChildName = v.InferOutput<typeof childData>;
