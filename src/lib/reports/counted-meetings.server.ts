import type { Venues } from '$lib/access/facts';
import { isAmong } from '$lib/access/office-venues';
import { closedBy, sheetClosing } from '$lib/attendance/closing';
import type { Store } from '$lib/store/open.server';
import { rowOf } from '$lib/sync/projection';
import type { Behind, MeetingKind } from './behind';
import { participations } from './figures';
import { guestsAt } from './guests-at.server';
import { heldMeetings, type ReportedMeeting } from './held-meetings.server';

interface Asked {
  readonly at: Venues;
  /** plain dates, both included */
  readonly from: string;
  readonly to: string;
  readonly behind: Behind;
  /** counted from 1; beyond the last it is the last */
  readonly page: number;
  /** lines a page */
  readonly size: number;
}

/**
 * The meetings that were counted in a figure, each with its part of it: one page of them, how many there are of both. Of the
 * others no list is read, because a year of a town has thousands.
 */
export function pageOfCounted(store: Store, { at, from, to, behind, page: asked, size }: Asked) {
  const all = idsBehind(store, { at, from, to, behind });
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(pages, Math.max(1, asked));
  const ids = all.slice((page - 1) * size, page * size);
  return { count: all.length, page, pages, lines: heldMeetings(store, { at, from, to, ids }).map(lineOf) };
}

const lineOf = (one: ReportedMeeting) => ({
  id: one.id,
  date: one.date,
  groupName: one.groupName,
  isClosed: one.isClosed,
  participations: participations([one]),
  guests: guestsAt([one]),
  heads: one.heads
});

interface Row {
  readonly id: string;
  readonly venue: string;
  /** of those that are asked for as open */
  readonly closing: string | null;
}

/** In the words of `heldMeetings`: held is what somebody opened and nobody cancelled. */
const isOfKind: Readonly<Record<MeetingKind, string>> = {
  cancelled: 'm.cancelled_at IS NOT NULL',
  held: 'm.cancelled_at IS NULL AND o.key IS NOT NULL',
  open: 'm.cancelled_at IS NULL AND o.key IS NOT NULL'
};

/** In the order of a report. */
function idsBehind(
  { db }: Store,
  { at, from, to, behind: { kind, venue, group } }: Pick<Asked, 'at' | 'from' | 'to' | 'behind'>
): string[] {
  const rows = db
    .prepare<string[], Row>(
      `SELECT m.id, g.venue, ${kind === 'open' ? 'c.row' : 'NULL'} AS closing
       FROM meetings m JOIN groups g ON g.id = m."group"
         LEFT JOIN read_meeting_opening o ON o.stream = 'meeting/' || m.id AND o.key = m.id
         LEFT JOIN read_sheet_closing c ON c.stream = 'meeting/' || m.id AND c.key = m.id
       WHERE m.date BETWEEN ? AND ? ${group === undefined ? '' : 'AND m."group" = ?'} AND ${isOfKind[kind]}
       ORDER BY m.date, m.start, m.id`
    )
    .all(from, to, ...(group === undefined ? [] : [group]));
  return rows
    .filter((row) => isAmong(at, row.venue) && (venue === undefined || row.venue === venue) && !isClosed(row))
    .map(({ id }) => id);
}

const isClosed = ({ closing }: Row): boolean =>
  closing !== null && closedBy(rowOf(sheetClosing, JSON.parse(closing))) !== undefined;
