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

const enteredData = v.object({
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
