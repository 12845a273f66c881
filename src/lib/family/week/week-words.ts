import type { TFunction } from 'i18next';
import { formatDate } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locales';
import { daysAfter } from '../local-date';
import type { Day } from './entry';
import type { FurtherChild } from './children';
import { clockOf } from './sums';

/** A time as people say it: "9 Std. 30 Min."; a line where nothing is entered. @param quarters of an hour */
export function timeOf(t: TFunction, quarters: number | null): string {
  if (quarters === null) return t('family-week.time.none');
  const { hours, minutes } = clockOf(quarters);
  if (hours === 0) return t('family-week.time.minutes', { minutes });
  return minutes === 0
    ? t('family-week.time.hours', { count: hours })
    : t('family-week.time.both', { count: hours, minutes });
}

/** The same, short enough for a cell of the printed sheet; no words where nothing is entered. */
export function paperTimeOf(t: TFunction, quarters: number | null): string {
  if (quarters === null) return '';
  const { hours, minutes } = clockOf(quarters);
  if (hours === 0 || minutes === 0) return timeOf(t, quarters);
  return t('family-week.time.onPaper', { count: hours, minutes });
}

/** The date of a day in a week, `YYYY-MM-DD`. */
export const dateOf = (week: string, day: Day): string => daysAfter(week, day);

/** "Montag, 23. November 2026". */
export const longDay = (locale: Locale, week: string, day: Day): string => formatDate(locale, dateOf(week, day));

interface Children {
  readonly firstName: string;
  readonly further: readonly FurtherChild[];
}

/** How a child is called; where nobody said so, that it is the family's child. @param child none for the one of the agreement */
export function childName(t: TFunction, { firstName, further }: Children, child: string | undefined): string {
  const named = child === undefined ? firstName : further.find((one) => one.child === child)?.name;
  return named === undefined || named === '' ? t('family-week.child.first') : named;
}
