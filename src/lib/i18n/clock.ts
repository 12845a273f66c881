import { formatTag, type Locale } from './locales';

/** The time of day of an instant, in the reader's own zone: "14:30". @param epochMs UTC milliseconds */
export function formatClock(locale: Locale, epochMs: number): string {
  return new Intl.DateTimeFormat(formatTag(locale), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }).format(epochMs);
}
