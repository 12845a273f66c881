import { plainToday, type Meeting } from '$lib/club/roster';
import type { Snapshot } from '$lib/sync/snapshot';

const minuteMs = 60_000;

/** People come early and stay on: so long before and after its hours a meeting is still "now". */
const aroundMinutes = 60;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

interface Asked {
  /** the groups of who is on the tablet; nothing: nobody is, by name */
  readonly groups?: readonly string[] | undefined;
  /** in the zone of the room */
  readonly now: Date;
}

/**
 * The meeting that a club tablet is at: one of its venue that goes on now, give or take an hour, of a group of the person
 * on it where there is one. Of several the one whose hours it is, or is nearest to.
 */
export function meetingHere(snapshot: Snapshot, { groups, now }: Asked): Meeting | undefined {
  const venue = snapshot.tablet?.venue;
  const here = new Set(snapshot.groups.filter((group) => group.venue === venue).map(({ id }) => id));
  const near = snapshot.meetings.filter((meeting) => here.has(meeting.group) && isNear(meeting, now));
  const own = near.filter(({ group }) => groups?.includes(group));
  return [...(own.length > 0 ? own : near)].sort(
    (a, b) => minutesAway(a, now) - minutesAway(b, now) || (a.id < b.id ? -1 : 1)
  )[0];
}

/** Whether a meeting goes on now, give or take an hour. */
export function isNear(meeting: Meeting, now: Date): boolean {
  return meeting.cancelled !== true && meeting.date === plainToday(now) && minutesAway(meeting, now) <= aroundMinutes;
}

/** 0 within its hours, else the minutes until it begins or since it has ended. */
function minutesAway({ start, end }: Pick<Meeting, 'start' | 'end'>, now: Date): number {
  const minute = now.getHours() * 60 + now.getMinutes();
  return Math.max(0, minuteOf(start) - minute, minute - minuteOf(end));
}

/**
 * UTC milliseconds since when something counts for a meeting: an hour before its hours, where the reader is. What is older
 * belongs to another evening.
 */
export function countsFrom({ date, start }: Pick<Meeting, 'date' | 'start'>): number {
  return new Date(`${date}T${start}`).getTime() - aroundMinutes * minuteMs;
}
