import { and, asc, eq, gt, notExists, sql } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import type { Store } from '$lib/store/open.server';
import { streams } from '$lib/sync/schema.server';
import { atVenues } from './at-venues.server';
import { holidayOn } from './holidays';
import { insertMeeting, meetsOn, type ListedMeeting } from './meetings.server';
import { groups, meetings, series, venues } from './schema.server';
import { seriesDates, type SeriesDate, type SeriesRule } from './series-dates';

/** The dates that a series of a group would have, with the holidays of its venue's state and the days that are taken. */
export async function proposeSeries(
  store: Store,
  { group, ...rule }: SeriesRule & { readonly group: string }
): Promise<Proposal> {
  const state = stateOf(store, group);
  const dates = seriesDates(rule, (date) => ({
    holiday: holidayOn(date, state),
    taken: meetsOn(store, group, date)
  }));
  return { dates, stateKnown: state !== '' };
}

export interface Proposal {
  readonly dates: readonly SeriesDate[];
  /** the group's venue says in which federal state it lies: else only the holidays of all states are known */
  readonly stateKnown: boolean;
}

/** The federal state where a group meets; '' where nobody has said. */
function stateOf(store: Store, group: string): string {
  const found = store.orm
    .select({ state: venues.state })
    .from(groups)
    .innerJoin(venues, eq(venues.id, groups.venue))
    .where(eq(groups.id, group))
    .get();
  return found?.state ?? '';
}

export interface SeriesText {
  readonly group: string;
  readonly everyWeeks: number;
  /** `YYYY-MM-DD`, in their order */
  readonly dates: readonly string[];
  /** `HH:MM` */
  readonly start: string;
  readonly end: string;
}

/** Plans these meetings together, in one transaction. A day that was taken meanwhile is left out. */
export async function addSeries(writer: Writer, text: SeriesText): Promise<string> {
  return writer.store.db.transaction(() => insertSeries(writer, text)).immediate();
}

/** The same within a transaction that is open. */
export function insertSeries(writer: Writer, { group, everyWeeks, dates, start, end }: SeriesText): string {
  const { store, world } = writer;
  const id = newId<'series'>(world);
  store.orm.insert(series).values({ id, group, everyWeeks, createdAt: world.now() }).run();
  for (const date of dates) insertMeeting(writer, { group, date, start, end, series: id });
  noteDeed(writer, { action: 'series.added', subject: `series/${id}` });
  return id;
}

/** A series of a group at these venues. */
export async function findSeries(store: Store, { id, at }: { id: string; at: Venues }) {
  return store.orm
    .select({ id: series.id, everyWeeks: series.everyWeeks, groupName: groups.name })
    .from(series)
    .innerJoin(groups, eq(groups.id, series.group))
    .where(and(eq(series.id, id), atVenues(groups.venue, at)))
    .get();
}

/** Takes the planning of a series back: its meetings go, but for those at which something was entered or changed. */
export async function withdrawSeries(writer: Writer, id: string): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      const entered = store.orm
        .select({ one: sql`1` })
        .from(streams)
        .where(eq(streams.stream, sql`'meeting/' || ${meetings.id}`));
      store.orm
        .delete(meetings)
        .where(and(eq(meetings.series, id), eq(meetings.sequence, 0), notExists(entered)))
        .run();
      noteDeed(writer, { action: 'series.withdrawn', subject: `series/${id}` });
    })
    .immediate();
}

/** The later meetings of a meeting's series, in the order in which they were planned; none where it has no series. */
export async function laterInSeries(
  store: Store,
  { series: id, date, movedFrom = date }: Pick<ListedMeeting, 'series' | 'date' | 'movedFrom'>
) {
  if (id === undefined) return [];
  const planned = sql<string>`coalesce(${meetings.movedFrom}, ${meetings.date})`;
  return store.orm
    .select({ id: meetings.id, start: meetings.start, end: meetings.end, cancelledAt: meetings.cancelledAt })
    .from(meetings)
    .where(and(eq(meetings.series, id), gt(planned, movedFrom)))
    .orderBy(asc(planned), asc(meetings.id))
    .all();
}

type Later = Awaited<ReturnType<typeof laterInSeries>>;

/** Those of the later ones that a change of this meeting can be meant for as well. */
export function meantToo(later: Later, meeting: ListedMeeting) {
  const open = later.filter(({ cancelledAt }) => cancelledAt === null);
  return {
    /** they take place still */
    toCancel: idsOf(open),
    /** they were cancelled together with this one */
    toRestore: idsOf(later.filter(({ cancelledAt }) => cancelledAt !== null && cancelledAt === meeting.cancelledAt)),
    /** they have the times that this one has: none that was moved by itself */
    toMove: idsOf(open.filter(({ start, end }) => start === meeting.start && end === meeting.end))
  };
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
