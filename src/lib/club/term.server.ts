import { and, asc, count, desc, eq, gt, gte, isNull } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import { streams } from '$lib/sync/schema.server';
import { insertGroup, listOpenGroups, type ListedGroup } from './groups.server';
import { enterGroup, membersOfGroup } from './members.server';
import { assignments, groups, meetings, memberships, series, waiting } from './schema.server';
import { atOneInstant } from './one-instant.server';
import { insertSeries, proposeSeries, type Proposal } from './series.server';
import { takeQueue } from './waiting.server';
import { sameWeekdayFrom } from './zone';

/** The new term of all groups: from a day to a day, both plain dates. */
export interface Term {
  readonly first: string;
  readonly until: string;
}

/** How a group met until now: the next term goes on so. */
interface Rhythm {
  readonly everyWeeks: number;
  readonly start: string;
  readonly end: string;
}

/** What would become of a group in the next term. Nothing is written yet. */
export interface NextGroup {
  readonly group: ListedGroup;
  readonly members: Awaited<ReturnType<typeof membersOfGroup>>;
  /** its dates; nothing for a group that never met */
  readonly dates?: Proposal & { readonly rhythm: Rhythm };
  /** meetings of the old term that are still to come, on or after `today` */
  readonly left: number;
}

/** What the next term would be of these groups: same place, course and trainers, their weekday and hour, their members. */
export async function proposeTerm(
  store: Store,
  { ids, term, today, at }: { ids: readonly string[]; term: Term; today: string; at: Venues }
): Promise<NextGroup[]> {
  const chosen = (await listOpenGroups(store, at)).filter(({ id }) => ids.includes(id));
  return Promise.all(
    chosen.map(async (group) => {
      const dates = await nextDates(store, group.id, term);
      return {
        group,
        members: await membersOfGroup(store, group.id),
        ...(dates ? { dates } : {}),
        left: meetingsLeft(store, group.id, today)
      };
    })
  );
}

async function nextDates(store: Store, group: string, { first, until }: Term): Promise<NextGroup['dates']> {
  const last = store.orm
    .select({ meeting: meetings, everyWeeks: series.everyWeeks })
    .from(meetings)
    .leftJoin(series, eq(series.id, meetings.series))
    .where(and(eq(meetings.group, group), isNull(meetings.cancelledAt)))
    .orderBy(desc(meetings.date))
    .limit(1)
    .get();
  if (!last) return undefined;
  const { start, end, date, movedFrom } = last.meeting;
  const rhythm = { everyWeeks: last.everyWeeks ?? 1, start, end };
  const from = sameWeekdayFrom(first, movedFrom ?? date);
  if (from > until) return { dates: [], stateKnown: true, rhythm };
  return { ...(await proposeSeries(store, { group, first: from, until, everyWeeks: rhythm.everyWeeks })), rhythm };
}

function meetingsLeft({ orm }: Store, group: string, today: string): number {
  const toCome = and(eq(meetings.group, group), gte(meetings.date, today), isNull(meetings.cancelledAt));
  return orm.select({ found: count() }).from(meetings).where(toCome).get()?.found ?? 0;
}

/** What the office decided for one group. */
export interface TermGroup {
  readonly group: ListedGroup;
  readonly name: string;
  /** those who go on; who is left out goes from the tiles when the old group is closed */
  readonly members: readonly string[];
  readonly rhythm: Rhythm | undefined;
  /** `YYYY-MM-DD`, in their order */
  readonly dates: readonly string[];
  /** the old group is over now */
  readonly closes: boolean;
}

/** A group and what goes on from it: what an undo needs. */
export interface Passed {
  readonly from: string;
  readonly to: string;
  readonly closed: boolean;
}

/**
 * Begins the next term: a new group for each of the old ones, with its trainers, the chosen members, whoever waits, and a
 * series of meetings; in one transaction. The old ones keep their lists and figures.
 */
export async function beginTerm(office: Writer, chosen: readonly TermGroup[]): Promise<Passed[]> {
  const writer = atOneInstant(office);
  return writer.store.db
    .transaction(() =>
      chosen.map(({ group: old, name, members, rhythm, dates, closes }) => {
        const { venue, course, audience, capacity, trainers } = old;
        const text = { name, venue, course, audience, capacity, trainers: trainers.map(({ id }) => id) };
        const to = insertGroup(writer, text);
        for (const member of members) enterGroup(writer, { member, group: to });
        takeQueue(writer, { from: old.id, to });
        if (rhythm && dates.length > 0) insertSeries(writer, { group: to, dates, ...rhythm });
        if (closes) close(writer, old.id);
        noteDeed(writer, { action: 'term.begun', subject: `group/${to}` });
        return { from: old.id, to, closed: closes };
      })
    )
    .immediate();
}

function close({ store, world }: Writer, group: string): void {
  store.orm
    .update(groups)
    .set({ closedAt: world.now() })
    .where(and(eq(groups.id, group), isNull(groups.closedAt)))
    .run();
}

/**
 * Takes a beginning back: the new groups go, the old ones are open again. All or nothing: where something was entered or
 * somebody came since, nothing is touched.
 */
export async function withdrawTerm(writer: Writer, passed: readonly Passed[]): Promise<Result<void, 'in-use'>> {
  const { store } = writer;
  return store.db
    .transaction(() => {
      if (passed.some(({ to }) => isUsed(store, to))) return err('in-use' as const);
      for (const { from, to, closed } of passed) {
        for (const table of [meetings, series, waiting, memberships, assignments])
          store.orm.delete(table).where(eq(table.group, to)).run();
        store.orm.delete(groups).where(eq(groups.id, to)).run();
        if (closed) store.orm.update(groups).set({ closedAt: null }).where(eq(groups.id, from)).run();
        noteDeed(writer, { action: 'term.withdrawn', subject: `group/${to}` });
      }
      return ok(undefined);
    })
    .immediate();
}

/** Whether a group is more than what a new term made of it: an entry, a changed meeting, somebody who came since. */
function isUsed(store: Store, group: string): boolean {
  const made = store.orm.select().from(groups).where(eq(groups.id, group)).get();
  if (!made) return false;
  const own = store.orm.select().from(meetings).where(eq(meetings.group, group)).orderBy(asc(meetings.id)).all();
  const came = and(eq(memberships.group, group), gt(memberships.from, made.createdAt));
  return (
    own.some(({ id, sequence }) => sequence > 0 || isEntered(store, id)) ||
    store.orm.select().from(memberships).where(came).get() !== undefined
  );
}

/** Whether something was entered at a meeting. */
const isEntered = ({ orm }: Store, meeting: string): boolean =>
  orm
    .select()
    .from(streams)
    .where(eq(streams.stream, `meeting/${meeting}`))
    .get() !== undefined;
