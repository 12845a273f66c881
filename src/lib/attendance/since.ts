import { plainToday, type Meeting } from '$lib/club/roster';
import { minuteOfDay } from './rules';

const minuteNow = (now: Date): number => now.getHours() * 60 + now.getMinutes();

/**
 * How many whole minutes ago a meeting began, while it goes on; nothing before, after, and on another day.
 * @param now in the zone of the reader, who is in the room
 */
export function minutesSince({ date, start, end }: Meeting, now: Date): number | undefined {
  if (date !== plainToday(now)) return undefined;
  const minute = minuteNow(now);
  return minute >= minuteOfDay(start) && minute < minuteOfDay(end) ? minute - minuteOfDay(start) : undefined;
}

const beforeMinutes = 60;

/** The meeting of a group that goes on now, or begins within the hour. */
export function meetingNow(
  meetings: readonly Meeting[],
  { group, now }: { readonly group: string; readonly now: Date }
): Meeting | undefined {
  const minute = minuteNow(now);
  return meetings.find(
    ({ date, start, end, cancelled, ...meeting }) =>
      meeting.group === group &&
      date === plainToday(now) &&
      cancelled !== true &&
      minute >= minuteOfDay(start) - beforeMinutes &&
      minute < minuteOfDay(end)
  );
}
