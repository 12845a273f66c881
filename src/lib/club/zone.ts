/** The zone of all venues: dates and times of meetings are plain ones of this zone, never instants. */
export const venueZone = 'Europe/Berlin';

let plainDate: Intl.DateTimeFormat | undefined;

/** The plain date of an instant at the venues, `YYYY-MM-DD`. @param now UTC milliseconds */
export function dayOf(now: number): string {
  // Made once, as that takes longer than a whole answer should; and not before it is asked, as it brings 7 MB of tables.
  plainDate ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: venueZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit'
  });
  return plainDate.format(now);
}

/** Whether a text is a date that the calendar has: 29 February in leap years alone. */
export function isPlainDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // Some engines read 30 February as 2 March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** A plain date some days later or (negative) earlier. */
export function daysFrom(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first day from a plain date on, that one included, with the weekday of another. */
export function sameWeekdayFrom(first: string, like: string): string {
  const days = (Date.parse(`${like}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
  return daysFrom(first, ((days % 7) + 7) % 7);
}

const hourMs = 3_600_000;

/** The instant at which a plain date begins at the venues. No zone is further than 14 hours from the meridian. */
export function startOf(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  for (let hours = -14; hours <= 14; hours += 1) {
    const at = midnight + hours * hourMs;
    if (dayOf(at) === date) return at;
  }
  return midnight;
}
