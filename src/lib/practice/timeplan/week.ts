import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** When somebody plays; after 21 o'clock is late. */
export const slots = ['afternoon', 'evening', 'late'] as const;
export type Slot = (typeof slots)[number];

/** Minutes are moved by so many. */
export const stepMinutes = 15;
/** More than this is never planned for one day. */
const mostADay = 180;

const minutes = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(mostADay),
  v.check((count) => count % stepMinutes === 0, 'Minutes are planned by the quarter of an hour.')
);

const day = v.strictObject({
  id,
  /** What stands on this day already: school, football. Words are in `texts.fixed`. */
  fixed: v.optional(v.boolean(), false),
  minutes,
  when: v.optional(v.picklist(slots), 'afternoon')
});

type Day = v.InferOutput<typeof day>;

const total = v.pipe(v.number(), v.integer(), v.minValue(0));

const names = (days: readonly Day[]): string[] => days.map((one) => one.id);

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    days: v.pipe(v.array(day), v.minLength(3), v.maxLength(7)),
    /** How many minutes a week are good: from and to. */
    least: v.pipe(total, v.minValue(stepMinutes)),
    budget: total,
    /** How many days stay free of screens. */
    free: v.pipe(v.number(), v.integer(), v.minValue(1)),
    texts: v.strictObject({
      ...texts,
      /** Whose week it is. */
      title: text,
      days: labels,
      fixed: v.optional(labels, {})
    })
  }),
  v.forward(
    v.check(({ days }) => new Set(names(days)).size === days.length, 'A day stands twice.'),
    ['days']
  ),
  v.forward(
    v.check(({ days, free }) => free < days.length, 'At least one day is left for a screen.'),
    ['free']
  ),
  v.forward(
    v.check(
      ({ days, least, budget, free }) => least + stepMinutes <= budget && least <= (days.length - free) * mostADay,
      'The week has no room for "least", or "budget" is too close to it.'
    ),
    ['budget']
  ),
  v.forward(
    v.check(({ texts: { asks } }) => asks.length === 4, 'Write four sentences: budget, late, free days, together.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(({ days, texts: { days: words } }) => unnamed(names(days), words).length === 0, 'A day has no word here.'),
    ['texts', 'days']
  ),
  v.forward(
    v.check(
      ({ days, texts: { fixed } }) => unnamed(names(days.filter((one) => one.fixed)), fixed).length === 0,
      'What is fixed on a day has no words here.'
    ),
    ['texts', 'fixed']
  )
);

export type TimeplanParams = v.InferOutput<typeof paramsSchema>;

/** Whether a day can take so many minutes. */
export const fitsInDay = (count: number): boolean => count >= 0 && count <= mostADay;
