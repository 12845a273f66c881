import type { Venues } from '$lib/access/facts';
import { attendance } from '$lib/attendance/attendance';
import { closedBy, sheetClosing } from '$lib/attendance/closing';
import type { TallyData } from '$lib/attendance/events';
import { guests, listedGuests } from '$lib/attendance/guests';
import { headCount } from '$lib/attendance/head-count';
import { meetingOpening } from '$lib/attendance/meeting-opening';
import { unitMinutes, type FigureRules } from '$lib/attendance/rules';
import { shownRows } from '$lib/attendance/standing';
import { lastTally, tally } from '$lib/attendance/tally';
import { keptOfIn } from '$lib/club/aliases.server';
import type { Store } from '$lib/store/open.server';
import { rowOf, type Projection } from '$lib/sync/projection';
import type { HeldFigures, UnitProfile } from './figures';
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
  /** of `people`: who were no members that day, with their first names, where they gave one */
  readonly guests: ReadonlyMap<string, string | undefined>;
  /** of `people`: of whom something was changed after the list was closed */
  readonly corrected: readonly string[];
  /** people who were counted, not named */
  readonly heads: number;
  readonly tally: TallyData;
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
  /** of these meetings alone */
  readonly ids?: readonly string[];
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
  readonly heads: string | null;
  readonly tally: string | null;
}

/** A person's row on a list, or a guest's. */
interface PersonRow {
  readonly mark: string | null;
  readonly guest: string | null;
}

/**
 * The meetings of a time that were held (somebody opened their list), and those that were cancelled. Each is reckoned by
 * the rules that were stamped on it: those of its closing, else of its opening, else of the plan.
 */
export function heldMeetings(store: Store, { at, from, to, group, ids }: Wanted): ReportedMeeting[] {
  const { db } = store;
  const venues = at === 'all' ? undefined : [...at];
  const rows = db
    .prepare<string[], Row>(
      `SELECT m.id, m.date, m.start, m."end", g.id AS "group", g.name AS groupName, v.id AS venue, v.name AS venueName,
         m.cancelled_at AS cancelled, o.row AS opening, c.row AS closing, h.row AS heads, t.row AS tally
       FROM meetings m JOIN groups g ON g.id = m."group" JOIN venues v ON v.id = g.venue
         LEFT JOIN read_meeting_opening o ON o.stream = 'meeting/' || m.id AND o.key = m.id
         LEFT JOIN read_sheet_closing c ON c.stream = 'meeting/' || m.id AND c.key = m.id
         LEFT JOIN read_head_count h ON h.stream = 'meeting/' || m.id AND h.key = m.id
         LEFT JOIN read_tally t ON t.stream = 'meeting/' || m.id AND t.key = m.id
       WHERE m.date BETWEEN ? AND ? ${group === undefined ? '' : 'AND m."group" = ?'}
         ${venues ? `AND v.id IN (${venues.map(() => '?').join()})` : ''}
         ${ids ? 'AND m.id IN (SELECT value FROM json_each(?))' : ''}
         AND (o.row IS NOT NULL OR m.cancelled_at IS NOT NULL)
       ORDER BY m.date, m.start, m.id`
    )
    .all(from, to, ...(group === undefined ? [] : [group]), ...(venues ?? []), ...(ids ? [JSON.stringify(ids)] : []));
  const people = db.prepare<[string, string], PersonRow>(
    `SELECT row AS mark, NULL AS guest FROM read_attendance WHERE stream = ?
     UNION ALL SELECT NULL, row FROM read_guest WHERE stream = ?`
  );
  const keptOf = keptOfIn(store);
  const settled = settledRules(store);
  return rows.map((row) => {
    const stream = `meeting/${row.id}`;
    return { ...reported(row, people.all(stream, stream), keptOf), ...rulesOn(settled, row.date) };
  });
}

function reported(
  row: Row,
  people: readonly PersonRow[],
  keptOf: (person: string) => string
): Omit<ReportedMeeting, keyof ReportRules> {
  const { opening, closing, cancelled, start, end, heads, tally: hands, ...meeting } = row;
  const closed = closedBy(read(sheetClosing, closing));
  const marks = people.flatMap(({ mark }) => read(attendance, mark) ?? []);
  const added = people.flatMap(({ guest }) => read(guests, guest) ?? []);
  const isHeld = cancelled === null;
  const shown = isHeld ? [...shownRows(marks, closed, keptOf)] : [];
  return {
    ...meeting,
    isCancelled: !isHeld,
    isClosed: closed !== undefined,
    rules: rulesOf({ planned: { start, end }, opened: read(meetingOpening, opening), closed: closed?.first }),
    // Two entries of one person count once, under the kept one.
    people: shown.map(([person, row]) => ({ ...row, person })),
    corrected: shown.flatMap(([person, { corrections }]) => (corrections.length > 0 ? [person] : [])),
    guests: new Map(listedGuests(added, []).map(({ person, firstName }) => [keptOf(person), firstName])),
    heads: isHeld ? (read(headCount, heads)?.counts.at(-1)?.count ?? 0) : 0,
    tally: isHeld ? lastTally(read(tally, hands)) : lastTally(undefined)
  };
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
