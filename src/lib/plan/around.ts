import { plainToday, type Meeting } from '$lib/club/roster';

const takesPlace = ({ cancelled }: Meeting): boolean => cancelled !== true;

const byDate = (a: Meeting, b: Meeting): number => a.date.localeCompare(b.date) || a.id.localeCompare(b.id);

/** The group's last meeting before one that is not cancelled. */
export function meetingBefore(meetings: readonly Meeting[], { id, group, date }: Meeting): Meeting | undefined {
  return meetings
    .filter((one) => one.group === group && one.id !== id && one.date < date && takesPlace(one))
    .sort(byDate)
    .at(-1);
}

/** The group's first meeting after one that is not cancelled. */
export function meetingAfter(meetings: readonly Meeting[], { id, group, date }: Meeting): Meeting | undefined {
  return meetings
    .filter((one) => one.group === group && one.id !== id && one.date > date && takesPlace(one))
    .sort(byDate)[0];
}

/** All meetings of a group that are not cancelled, in order. */
export const meetingsOf = (meetings: readonly Meeting[], group: string): Meeting[] =>
  meetings.filter((one) => one.group === group && takesPlace(one)).sort(byDate);

/** A plain date, or today where that is past. @param now UTC milliseconds */
export function notBefore(date: string, now: number): string {
  const today = plainToday(new Date(now));
  return date < today ? today : date;
}

/** The meetings of some groups on a day. */
export function meetingsOn(
  meetings: readonly Meeting[],
  { groups, date }: { readonly groups: readonly string[]; readonly date: string }
): Meeting[] {
  return meetings.filter((one) => one.date === date && groups.includes(one.group) && takesPlace(one)).sort(byDate);
}
