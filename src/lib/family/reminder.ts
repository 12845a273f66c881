import ical from 'ical-generator';

/** What stands in the calendar. No name and no rule: a calendar is often shared, and lies with others. */
interface Reminder {
  readonly title: string;
  readonly description: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** the agreement's id: a new file moves the entry instead of making a second one */
  readonly agreement: string;
  /** UTC milliseconds */
  readonly now: number;
}

/** A day in the calendar on which a family talks about its agreement again (RFC 5545). */
export function reminderFile({ title, description, date, agreement, now }: Reminder): string {
  const calendar = ical({ name: title, prodId: { company: 'Digitaltreff', product: 'Family', language: 'DE' } });
  calendar.createEvent({
    id: `family-${agreement}`,
    sequence: Math.floor(now / 1000) % 2_000_000_000,
    start: new Date(`${date}T00:00:00Z`),
    allDay: true,
    timezone: 'UTC',
    stamp: new Date(now),
    summary: title,
    description
  });
  return calendar.toString();
}
