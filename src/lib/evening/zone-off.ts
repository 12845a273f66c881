import { venueZone } from '$lib/club/zone';

// Made once: making one takes long.
const atVenues = new Intl.DateTimeFormat('en-CA', {
  timeZone: venueZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric'
});

/** A moment as a device has it. */
interface Moment {
  /** UTC milliseconds */
  readonly now: number;
  /** of the device's zone ahead of UTC at that moment, in minutes */
  readonly aheadMinutes: number;
}

/**
 * How many minutes the wall clock of a device stands ahead of that of the venues: 0 in the venues' zone, summer and
 * winter. "Today" on a device is its own day, so another zone shows the wrong meetings around midnight.
 */
export function minutesFromVenues({ now, aheadMinutes }: Moment): number {
  const parts = new Map(atVenues.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  const minute = Math.floor(now / 60_000) + aheadMinutes;
  return minute - there / 60_000;
}
