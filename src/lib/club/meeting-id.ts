/**
 * The id of a planned meeting: derived from group and date, so that a tablet and the office name the same meeting
 * without asking each other (SYNC.md, merge rules). A group meets once a day. A meeting that is moved keeps its id;
 * one that is planned later for the day it left is the second of that day.
 * @param date plain date of the venue's zone, `YYYY-MM-DD`
 * @param nth counted from 1, in the order of planning
 */
export function meetingId(group: string, date: string, nth = 1): string {
  return nth === 1 ? `${group}.${date}` : `${group}.${date}.${nth}`;
}
