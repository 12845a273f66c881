import { plainToday, type Meeting } from '$lib/club/roster';

/**
 * How many whole minutes ago a meeting began, while it goes on; nothing before, after, and on another day.
 * @param now in the zone of the reader, who is in the room
 */
export function minutesSince({ date, start, end }: Meeting, now: Date): number | undefined {
  if (date !== plainToday(now)) return undefined;
  const minute = now.getHours() * 60 + now.getMinutes();
  return minute >= ofDay(start) && minute < ofDay(end) ? minute - ofDay(start) : undefined;
}

function ofDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
