import { days, kinds, quartersADay, type Column, type Day, type Entered, type Kind } from './entry';
import { fieldOf } from './kept-times';

/** All times of a family, as far as they are needed to count: a `TimesRow`, or one with what is being entered. */
export interface Times {
  readonly times: Readonly<Record<string, { readonly quarters: number | null }>>;
}

/** What names one field of one week. */
export type Field = Omit<Entered, 'quarters'>;

/** One kind of time, agreed beside what was, in quarters of an hour; null where nothing is entered. */
export type Beside = Readonly<Record<Column, number | null>>;

/** What stands in one field. What was agreed holds on in later weeks, until something else is agreed. */
export function quartersOf(row: Times | undefined, field: Field): number | null {
  const own = row?.times[fieldOf(field)]?.quarters ?? null;
  if (own !== null || field.column === 'was') return own;
  const rest = fieldOf({ ...field, week: '' });
  const earlier = Object.entries(row?.times ?? {}).filter(
    ([key, { quarters }]) => quarters !== null && key.endsWith(rest) && key < fieldOf(field)
  );
  return earlier.sort(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1].quarters ?? null;
}

/** Both columns of one kind on one day. @param week its Monday, `YYYY-MM-DD` */
export const besideOf = (row: Times | undefined, week: string, day: Day, kind: Kind): Beside => ({
  agreed: quartersOf(row, { week, day, kind, column: 'agreed' }),
  was: quartersOf(row, { week, day, kind, column: 'was' })
});

/** Quarters of all kinds on one day; null where nothing is entered. */
export const daySum = (row: Times | undefined, week: string, day: Day, column: Column): number | null =>
  sum(kinds.map((kind) => quartersOf(row, { week, day, kind, column })));

/** Quarters of one kind in the week; null where nothing is entered. */
export const weekSum = (row: Times | undefined, week: string, kind: Kind, column: Column): number | null =>
  sum(days.map((day) => quartersOf(row, { week, day, kind, column })));

function sum(quarters: readonly (number | null)[]): number | null {
  const entered = quarters.filter((count) => count !== null);
  return entered.length === 0 ? null : entered.reduce((total, count) => total + count, 0);
}

/**
 * A field moved by some quarters, from what stands there.
 * @returns nothing, where it would leave the day: below none, or all kinds together above 24 hours
 */
export function moved(row: Times | undefined, field: Field, by: number): Entered | undefined {
  const quarters = (quartersOf(row, field) ?? 0) + by;
  const whole = (daySum(row, field.week, field.day, field.column) ?? 0) + by;
  return quarters < 0 || (by > 0 && whole > quartersADay) ? undefined : { ...field, quarters };
}

/** Times with some entries laid over them that are not kept yet. */
export const laidOver = (row: Times | undefined, entries: readonly Entered[]): Times | undefined =>
  entries.length === 0
    ? row
    : { times: { ...row?.times, ...Object.fromEntries(entries.map((one) => [fieldOf(one), one])) } };

/** Quarters that one press is worth. */
export const stepOf = (kind: Kind): number => (kind === 'screen' ? 1 : 2);

/** Where long times begin with the first press, so that a night takes few of them. */
const beginning: Readonly<Partial<Record<Kind, number>>> = { sleep: 36, school: 20 };

/**
 * What one press on a field makes of it. The first one on an empty field enters what was agreed, or where such a time
 * begins; one below none takes the entry out again.
 * @returns nothing, where it would change nothing or leave the day
 */
export function pressed(row: Times | undefined, field: Field, way: 'more' | 'less'): Entered | undefined {
  const step = stepOf(field.kind);
  const quarters = quartersOf(row, field);
  if (way === 'less') return quarters === 0 ? emptied(row, field) : moved(row, field, -step);
  const first =
    quarters === null ? (quartersOf(row, { ...field, column: 'agreed' }) ?? beginning[field.kind]) : undefined;
  return (first === undefined ? undefined : moved(row, field, first)) ?? moved(row, field, step);
}

function emptied(row: Times | undefined, field: Field): Entered | undefined {
  const entry = { ...field, quarters: null };
  return quartersOf(laidOver(row, [entry]), field) === 0 ? undefined : entry;
}

/** What was, entered as it was agreed, wherever nothing stands yet on this day. */
export const asAgreed = (row: Times | undefined, week: string, day: Day): Entered[] =>
  kinds.flatMap((kind) => {
    const { agreed, was } = besideOf(row, week, day, kind);
    return agreed === null || was !== null ? [] : [{ week, day, kind, column: 'was' as const, quarters: agreed }];
  });

/** A school day is like the other school days, a Saturday like the Sunday. */
export const isOfWeekend = (day: Day): boolean => day > 4;

/** What was agreed for this day, for the days like it as well. A day that would grow too long stays as it is. */
export const forLikeDays = (row: Times | undefined, week: string, day: Day): Entered[] =>
  days.flatMap((other) => {
    if (isOfWeekend(other) !== isOfWeekend(day)) return [];
    const entries = kinds.flatMap((kind): Entered[] => {
      const quarters = besideOf(row, week, day, kind).agreed;
      const isSame = besideOf(row, week, other, kind).agreed === quarters;
      return quarters === null || isSame ? [] : [{ week, day: other, kind, column: 'agreed', quarters }];
    });
    return (daySum(laidOver(row, entries), week, other, 'agreed') ?? 0) > quartersADay ? [] : entries;
  });

/** The entry that writes again what stood before another. @param row as it was before */
export const undoingEntry = (row: Times | undefined, entry: Entered): Entered => ({
  ...entry,
  quarters: row?.times[fieldOf(entry)]?.quarters ?? null
});

/** Hours and minutes of some quarters. */
export const clockOf = (quarters: number): { hours: number; minutes: number } => ({
  hours: Math.floor(quarters / 4),
  minutes: (quarters % 4) * 15
});
