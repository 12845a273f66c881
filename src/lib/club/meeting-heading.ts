/** What stands above a meeting's list: no word about people. */
export interface MeetingHeading {
  /** the name of the group */
  readonly group: string;
  /** plain date of the venue's zone, `YYYY-MM-DD` */
  readonly date: string;
  /** plain time, `HH:MM` */
  readonly start: string;
}

/** Where the server gives it to staff; it is asked only while the page is drawn there. */
export const headingAddress = (meeting: string): string => `/api/meetings/${encodeURIComponent(meeting)}`;
