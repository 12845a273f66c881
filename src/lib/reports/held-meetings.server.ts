import type { Venues } from '$lib/access/facts';
import { attendance } from '$lib/attendance/attendance';
import { closedBy, sheetClosing } from '$lib/attendance/closing';
import { meetingOpening } from '$lib/attendance/meeting-opening';
import { unitMinutes, type FigureRules } from '$lib/attendance/rules';
import { shownRows } from '$lib/attendance/standing';
import { keptOfIn } from '$lib/club/aliases.server';
import type { Store } from '$lib/store/open.server';
import { rowOf, type Projection } from '$lib/sync/projection';
import type { HeldFigures, PersonAt, UnitProfile } from './figures';
import { settledRules } from './report-rules.server';
import { rulesOn, type ReportRules } from './rules-in-force';

/** A meeting that was held, or that was cancelled. */
export interface ReportedMeeting extends HeldFigures {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly group: string;
  readonly groupName: string;
  readonly venue: string;
  readonly venueName: string;
  readonly isCancelled: boolean;
  /** its list is closed: the figures stand */
  readonly isClosed: boolean;
  /** by the rules of its day */
  readonly profile: UnitProfile;
  readonly sharePercent: number;
}

interface Wanted {
  readonly at: Venues;
  /** plain dates, both included */
  readonly from: string;
  readonly to: string;
  /** of one group alone */
  readonly group?: string;
}

interface Row {
  readonly id: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly group: string;
  readonly groupName: string;
  readonly venue: string;
  readonly venueName: string;
  readonly cancelled: number | null;
  readonly opening: string | null;
  readonly closing: string | null;
}

/**
 * The meetings of a time that were held (somebody opened their list), and those that were cancelled. Each is reckoned by
 * the rules that were stamped on it: those of its closing, else of its opening, else of the plan.
 */
export function heldMeetings(store: Store, { at, from, to, group }: Wanted): ReportedMeeting[] {
  const { db } = store;
  const venues = at === 'all' ? undefined : [...at];
  const rows = db
    .prepare<string[], Row>(
      `SELECT m.id, m.date, m.start, m."end", g.id AS "group", g.name AS groupName, v.id AS venue, v.name AS venueName,
         m.cancelled_at AS cancelled, o.row AS opening, c.row AS closing
       FROM meetings m JOIN groups g ON g.id = m."group" JOIN venues v ON v.id = g.venue
         LEFT JOIN read_meeting_opening o ON o.stream = 'meeting/' || m.id AND o.key = m.id
         LEFT JOIN read_sheet_closing c ON c.stream = 'meeting/' || m.id AND c.key = m.id
       WHERE m.date BETWEEN ? AND ? ${group === undefined ? '' : 'AND m."group" = ?'}
         ${venues ? `AND v.id IN (${venues.map(() => '?').join()})` : ''}
         AND (o.row IS NOT NULL OR m.cancelled_at IS NOT NULL)
       ORDER BY m.date, m.start, m.id`
    )
    .all(from, to, ...(group === undefined ? [] : [group]), ...(venues ?? []));
  const people = db.prepare<[string], { row: string }>('SELECT row FROM read_attendance WHERE stream = ?');
  const keptOf = keptOfIn(store);
  const settled = settledRules(store);
  return rows.map((row) => ({
    ...reported(row, people.all(`meeting/${row.id}`), keptOf),
    ...rulesOn(settled, row.date)
  }));
}

function reported(
  row: Row,
  people: readonly { row: string }[],
  keptOf: (person: string) => string
): Omit<ReportedMeeting, keyof ReportRules> {
  const { opening, closing, cancelled, start, end, ...meeting } = row;
  const closed = closedBy(read(sheetClosing, closing));
  const marks = people.flatMap(({ row: text }) => read(attendance, text) ?? []);
  return {
    ...meeting,
    isCancelled: cancelled !== null,
    isClosed: closed !== undefined,
    rules: rulesOf({ planned: { start, end }, opened: read(meetingOpening, opening), closed: closed?.first }),
    people: cancelled === null ? peopleOf(shownRows(marks, closed, keptOf)) : []
  };
}

/** Two entries of one person count once, under the kept one. */
function peopleOf(rows: ReturnType<typeof shownRows>): PersonAt[] {
  return [...rows].map(([person, row]) => ({ ...row, person }));
}

interface Stamped {
  readonly planned: Pick<FigureRules, 'start' | 'end'>;
  readonly opened: Partial<FigureRules> | undefined;
  readonly closed: FigureRules | undefined;
}

function rulesOf({ planned, opened, closed }: Stamped): FigureRules {
  const { start, end, unitMinutes: unit } = closed ?? { ...planned, unitMinutes, ...opened };
  return { start: start ?? planned.start, end: end ?? planned.end, unitMinutes: unit ?? unitMinutes };
}

function read<Row>(projection: Projection<Row>, text: string | null): Row | undefined {
  return text === null ? undefined : rowOf(projection, JSON.parse(text));
}
