import { plainToday, type Meeting } from '$lib/club/roster';
import { minuteOfDay } from './rules';

/**
 * How many whole minutes ago a meeting began, while it goes on; nothing before, after, and on another day.
 * @param now in the zone of the reader, who is in the room
 */
export function minutesSince({ date, start, end }: Meeting, now: Date): number | undefined {
  if (date !== plainToday(now)) return undefined;
  const minute = now.getHours() * 60 + now.getMinutes();
  return minute >= minuteOfDay(start) && minute < minuteOfDay(end) ? minute - minuteOfDay(start) : undefined;
}
