import type { Locale } from '$lib/i18n/locales';

const speech = (locale: Locale): string => (locale === 'en' ? 'en-GB' : 'de-DE');

/** "3.12." – a date that shares its year with the page. @param date plain, `YYYY-MM-DD` */
export function shortDate(locale: Locale, date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(speech(locale), { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(day);
}

/** Hours with one place behind the comma, of minutes that were added up before. */
export function formatHours(locale: Locale, minutes: number): string {
  return (minutes / 60).toLocaleString(speech(locale), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
