import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** A series lasts two years at most: what lies further ahead nobody plans by the week. */
export const longestWeeks = 104;

export interface SeriesRule {
  /** the first date, `YYYY-MM-DD`; its weekday is the weekday of all */
  readonly first: string;
  readonly everyWeeks: number;
  /** so many dates that take place */
  readonly count?: number | undefined;
  /** and none after this one */
  readonly until?: string | undefined;
}

/** Why a date of the rule is left out. */
export interface LeftOut {
  /** the public holiday by its name */
  readonly holiday?: string | undefined;
  /** the group meets on this day already */
  readonly taken?: boolean | undefined;
}

export interface SeriesDate extends LeftOut {
  readonly date: string;
}

/**
 * The dates of a series in their order, those with a reason to leave them out among them. A number of dates counts
 * those that take place: a course of ten evenings has ten, and ends a week later for each holiday in between. All are
 * plain dates, so neither the clock change nor a leap year moves them: seven days after 22 February is the 29th in
 * 2028, and 1 March in 2027.
 */
export function seriesDates(
  { first, everyWeeks, count = Infinity, until }: SeriesRule,
  leftOut: (date: string) => LeftOut
): SeriesDate[] {
  const dates: SeriesDate[] = [];
  let open = count;
  for (const date of ruleDates(first, everyWeeks)) {
    if (open === 0 || (until !== undefined && date > until)) break;
    const why = leftOut(date);
    dates.push({ date, ...why });
    if (!isLeftOut(why)) open -= 1;
  }
  return dates;
}

const isLeftOut = ({ holiday, taken = false }: LeftOut): boolean => holiday !== undefined || taken;

function ruleDates(first: string, everyWeeks: number): string[] {
  const dtstart = Temporal.PlainDate.from(first).toZonedDateTime('UTC');
  const count = Math.ceil(longestWeeks / everyWeeks);
  const rule = new RRuleTemporal({ freq: 'WEEKLY', interval: everyWeeks, count, dtstart, temporal: Temporal });
  return rule.all().map((at) => at.toPlainDate().toString());
}
