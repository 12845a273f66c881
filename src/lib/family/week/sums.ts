import { days, kinds, quartersADay, type Column, type Day, type Entered, type Kind } from './entry';
import { fieldOf, type TimesRow } from './kept-times';

/** One kind of time, agreed beside what was, in quarters of an hour; null where nothing is entered. */
export type Beside = Readonly<Record<Column, number | null>>;

/** What stands in one field. What was agreed holds on in later weeks, until something else is agreed. */
export function quartersOf(row: TimesRow | undefined, field: Omit<Entered, 'quarters'>): number | null {
  const own = row?.times[fieldOf(field)]?.quarters ?? null;
  if (own !== null || field.column === 'was') return own;
  const rest = fieldOf({ ...field, week: '' });
  const earlier = Object.entries(row?.times ?? {}).filter(
    ([key, { quarters }]) => quarters !== null && key.endsWith(rest) && key < fieldOf(field)
  );
  return earlier.sort(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1].quarters ?? null;
}

/** Both columns of one kind on one day. @param week its Monday, `YYYY-MM-DD` */
export const besideOf = (row: TimesRow | undefined, week: string, day: Day, kind: Kind): Beside => ({
  agreed: quartersOf(row, { week, day, kind, column: 'agreed' }),
  was: quartersOf(row, { week, day, kind, column: 'was' })
});

/** Quarters of all kinds on one day; null where nothing is entered. */
export const daySum = (row: TimesRow | undefined, week: string, day: Day, column: Column): number | null =>
  sum(kinds.map((kind) => quartersOf(row, { week, day, kind, column })));

/** Quarters of one kind in the week; null where nothing is entered. */
export const weekSum = (row: TimesRow | undefined, week: string, kind: Kind, column: Column): number | null =>
  sum(days.map((day) => quartersOf(row, { week, day, kind, column })));

function sum(quarters: readonly (number | null)[]): number | null {
  const entered = quarters.filter((count) => count !== null);
  return entered.length === 0 ? null : entered.reduce((total, count) => total + count, 0);
}

/**
 * A field moved by some quarters, from what stands there.
 * @returns nothing, where it would leave the day: below none, or all kinds together above 24 hours
 */
export function moved(row: TimesRow | undefined, field: Omit<Entered, 'quarters'>, by: number): Entered | undefined {
  const quarters = (quartersOf(row, field) ?? 0) + by;
  const whole = (daySum(row, field.week, field.day, field.column) ?? 0) + by;
  return quarters < 0 || (by > 0 && whole > quartersADay) ? undefined : { ...field, quarters };
}

/** The entry that writes again what stood before another. @param row as it was before */
export const undoingEntry = (row: TimesRow | undefined, entry: Entered): Entered => ({
  ...entry,
  quarters: row?.times[fieldOf(entry)]?.quarters ?? null
});

/** Hours and minutes of some quarters. */
export const clockOf = (quarters: number): { hours: number; minutes: number } => ({
  hours: Math.floor(quarters / 4),
  minutes: (quarters % 4) * 15
});
