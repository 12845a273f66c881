import ical from 'ical-generator';

/** A day in a calendar. No name of a person: calendars are shared, and lie with others. */
export interface CalendarDay {
  /** the same one moves the entry instead of making a second */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** a page of this house */
  readonly url?: string;
}

/** The text of a calendar's file (RFC 5545). @param now UTC milliseconds */
export function calendarFile(name: string, { days, now }: { days: readonly CalendarDay[]; now: number }): string {
  const calendar = ical({ name, prodId: { company: 'Digitaltreff', product: 'Family', language: 'DE' } });
  for (const { id, title, description, date, url } of days)
    calendar.createEvent({
      id,
      sequence: Math.floor(now / 1000) % 2_000_000_000,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      stamp: new Date(now),
      summary: title,
      description,
      ...(url !== undefined && { url })
    });
  return calendar.toString();
}
