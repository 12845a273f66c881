import { parseStamp } from '$lib/base/clock';
import { formatTag, localeFacts, type Locale } from './locales';

/**
 * A plain date of the venue as people say it: "Montag, 23. November 2026" (ACCESSIBILITY U14).
 * @param date `YYYY-MM-DD`; no time zone is applied
 */
export function formatDate(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(formatTag(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC'
  }).format(new Date(`${date}T00:00:00Z`));
}

/**
 * A plain time of the venue as people say it: "14 Uhr 30" in German, "14:30" in English.
 * @param time `HH:MM`
 */
export function formatTime(locale: Locale, time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  if (localeFacts[locale].lang !== 'de') return `${Number(hours)}:${minutes}`;
  return minutes === '00' ? `${Number(hours)} Uhr` : `${Number(hours)} Uhr ${Number(minutes)}`;
}

/** An instant in the reader's own zone, for "last seen" and the like. */
export function formatInstant(locale: Locale, epochMs: number): string {
  return new Intl.DateTimeFormat(formatTag(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(epochMs)
  );
}

/** The instant of a stamp, the same way. */
export const formatStamped = (locale: Locale, stamp: string): string =>
  formatInstant(locale, parseStamp(stamp)?.ms ?? 0);

const dayMs = 86_400_000;

/** How long ago something was: "gestern", "vor 5 Monaten", "vor 2 Jahren". Never more than it was. */
export function formatAgo(locale: Locale, { at, now }: { at: number; now: number }): string {
  const days = Math.floor(Math.max(0, now - at) / dayMs);
  const words = (value: number, unit: 'day' | 'month' | 'year', numeric: 'always' | 'auto' = 'always') =>
    new Intl.RelativeTimeFormat(formatTag(locale), { numeric }).format(-value, unit);
  if (days < 31) return words(days, 'day', 'auto');
  const months = Math.floor(days / 30.44);
  return months < 24 ? words(Math.max(1, months), 'month') : words(Math.floor(days / 365.24), 'year');
}

/** Several names in one sentence: "Bücherei, Gemeindehaus und Rathaus". */
export function formatList(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(formatTag(locale)).format(words);
}

export function formatNumber(locale: Locale, value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(formatTag(locale), options).format(value);
}

/** A part of the whole, 0 to 1: "83 %". */
export const formatShare = (locale: Locale, share: number): string => formatNumber(locale, share, { style: 'percent' });

/** Hours with one digit, of minutes that were added up before. */
export const formatHours = (locale: Locale, minutes: number): string =>
  formatNumber(locale, minutes / 60, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * "3.12." – a plain date that shares its year with the page. From right to left the month is a word: nobody has to know from
 * which side two numbers are read. @param date `YYYY-MM-DD`
 */
export function formatDayMonth(locale: Locale, date: string): string {
  const month = localeFacts[locale].dir === 'rtl' ? 'long' : 'numeric';
  return new Intl.DateTimeFormat(formatTag(locale), { day: 'numeric', month, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`)
  );
}

/** "Dezember 2026". @param month `YYYY-MM` */
export function formatMonth(locale: Locale, month: string): string {
  return new Intl.DateTimeFormat(formatTag(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`)
  );
}

const sizeUnits = [
  { below: 1_000_000, unit: 'kilobyte', bytes: 1000 },
  { below: 1_000_000_000, unit: 'megabyte', bytes: 1_000_000 },
  { below: Infinity, unit: 'gigabyte', bytes: 1_000_000_000 }
] as const;

/** A size for people: whole kilobytes, then mega- and gigabytes with one digit. Decimal units, as devices show them. */
export function formatBytes(locale: Locale, sizeBytes: number): string {
  const { unit, bytes } = sizeUnits.find(({ below }) => sizeBytes < below) ?? sizeUnits[2];
  const value = unit === 'kilobyte' ? Math.ceil(sizeBytes / bytes) : sizeBytes / bytes;
  return new Intl.NumberFormat(formatTag(locale), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1
  }).format(value);
}
