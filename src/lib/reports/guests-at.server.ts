import { isHere } from '$lib/attendance/attendance';
import type { ReportedMeeting } from './held-meetings.server';

/** How often people came who were no members that day. */
export function guestsAt(meetings: readonly ReportedMeeting[]): number {
  const here = ({ people, guests }: ReportedMeeting) =>
    people.filter(({ person, status }) => guests.has(person) && isHere(status)).length;
  return meetings.reduce((sum, meeting) => sum + here(meeting), 0);
}
