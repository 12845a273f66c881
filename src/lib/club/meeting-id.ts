/**
 * The id of a planned meeting: derived from group and date, so that a tablet and the office name the same meeting
 * without asking each other (SYNC.md, merge rules). A group meets once a day.
 * @param date plain date of the venue's zone, `YYYY-MM-DD`
 */
export function meetingId(group: string, date: string): string {
  return `${group}.${date}`;
}
