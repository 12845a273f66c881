import { and, asc, count, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import { atVenues } from './at-venues.server';
import { holidayOn } from './holidays';
import { meetingId } from './meeting-id';
import { groups, meetings, venues } from './schema.server';
import { moveSubstitutes } from './substitutes.server';

export interface MeetingText {
  readonly group: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly start: string;
  readonly end: string;
}

/** How many meetings one page of the list shows. */
const pageSize = 50;

export interface MeetingsWanted {
  readonly at: Venues;
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** of one group alone; '' for all */
  readonly group: string;
  /** counted from 1 */
  readonly page: number;
  /** leaves out the groups that are closed: they do not meet any more */
  readonly onlyOpen?: boolean;
}

/** One page of the meetings from a day on, in their order, and whether there is another. */
export async function pageOfMeetings(store: Store, { at, from, group, page, onlyOpen = false }: MeetingsWanted) {
  const found = rows(store)
    .where(
      and(
        gte(meetings.date, from),
        group ? eq(meetings.group, group) : undefined,
        onlyOpen ? isNull(groups.closedAt) : undefined,
        atVenues(groups.venue, at)
      )
    )
    .orderBy(asc(meetings.date), asc(meetings.start), asc(meetings.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
    .all()
    .map(plain);
  return { meetings: found.slice(0, pageSize), more: found.length > pageSize };
}

export type ListedMeeting = ReturnType<typeof plain>;

export async function findMeeting(
  store: Store,
  { id, at }: { id: string; at: Venues }
): Promise<ListedMeeting | undefined> {
  const [found] = rows(store)
    .where(and(eq(meetings.id, id), atVenues(groups.venue, at)))
    .orderBy(asc(meetings.id))
    .all();
  return found && plain(found);
}

function rows(store: Store) {
  return store.orm
    .select({ meeting: meetings, groupName: groups.name, venueName: venues.name, state: venues.state })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.group))
    .innerJoin(venues, eq(venues.id, groups.venue))
    .$dynamic();
}

interface Row {
  readonly meeting: typeof meetings.$inferSelect;
  readonly groupName: string;
  readonly venueName: string;
  readonly state: string;
}

function plain({ meeting, groupName, venueName, state }: Row) {
  const { id, group, date, start, end, cancelledAt, cancelReason, movedFrom, series } = meeting;
  return {
    id,
    group,
    date,
    start,
    end,
    cancelled: cancelledAt !== null,
    cancelledAt,
    reason: cancelReason,
    movedFrom: movedFrom ?? undefined,
    series: series ?? undefined,
    holiday: holidayOn(date, state),
    groupName,
    venueName
  };
}

/** Plans a meeting. A group meets once a day: a second one is refused. */
export async function addMeeting(writer: Writer, text: MeetingText): Promise<Result<string, 'same-day'>> {
  return writer.store.db
    .transaction(() => {
      const id = insertMeeting(writer, text);
      if (id === undefined) return err('same-day' as const);
      noteDeed(writer, { action: 'meeting.added', subject: `meeting/${id}` });
      return ok(id);
    })
    .immediate();
}

/** Plans a meeting within a transaction that is open. Nothing is done where the group meets on that day. */
export function insertMeeting(
  { store, world }: Writer,
  { group, date, start, end, series }: MeetingText & { readonly series?: string }
): string | undefined {
  if (meetsOn(store, group, date)) return undefined;
  let nth = 1;
  while (isUsed(store, meetingId(group, date, nth))) nth += 1;
  const id = meetingId(group, date, nth);
  store.orm.insert(meetings).values({ id, group, date, start, end, series, createdAt: world.now() }).run();
  return id;
}

/** The id of a group's meeting on a day. */
export async function findMeetingOn(
  { orm }: Store,
  { group, date }: { group: string; date: string }
): Promise<string | undefined> {
  const met = and(eq(meetings.group, group), eq(meetings.date, date));
  return orm.select({ id: meetings.id }).from(meetings).where(met).get()?.id;
}

/** Whether a group has a meeting on a day, a cancelled one included. */
export function meetsOn(store: Store, group: string, date: string): boolean {
  const met = and(eq(meetings.group, group), eq(meetings.date, date));
  return (store.orm.select({ found: count() }).from(meetings).where(met).get()?.found ?? 0) > 0;
}

function isUsed(store: Store, id: string): boolean {
  return (store.orm.select({ found: count() }).from(meetings).where(eq(meetings.id, id)).get()?.found ?? 0) > 0;
}

/** What every change of a meeting leaves: calendars that have it know by the number that they must read it again. */
const changed = ({ world }: Writer) => ({ sequence: sql<number>`${meetings.sequence} + 1`, changedAt: world.now() });

/** Cancels meetings, with the words for those who wanted to come, or takes that back. Their marks stay. */
export async function setMeetingsCancelled(
  writer: Writer,
  { ids, cancelled, reason = '' }: { ids: readonly string[]; cancelled: boolean; reason?: string }
): Promise<void> {
  const { store, world } = writer;
  const to = { cancelledAt: cancelled ? world.now() : null, cancelReason: cancelled ? reason : '' };
  store.db
    .transaction(() => {
      for (const id of ids) {
        store.orm
          .update(meetings)
          .set({ ...to, ...changed(writer) })
          .where(eq(meetings.id, id))
          .run();
        noteDeed(writer, { action: cancelled ? 'meeting.cancelled' : 'meeting.restored', subject: `meeting/${id}` });
      }
    })
    .immediate();
}

/** Gives meetings other times; their days stay. */
export async function setMeetingTimes(
  writer: Writer,
  { ids, start, end }: { ids: readonly string[]; start: string; end: string }
): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      for (const id of ids) {
        store.orm
          .update(meetings)
          .set({ start, end, ...changed(writer) })
          .where(eq(meetings.id, id))
          .run();
        noteDeed(writer, { action: 'meeting.moved', subject: `meeting/${id}` });
      }
    })
    .immediate();
}

/**
 * Moves a meeting to another day or time. It stays the same meeting: id and marks stay, and it remembers the day that
 * it was planned for, until it is moved back there. A day on which the group meets already is refused.
 */
export async function moveMeeting(
  writer: Writer,
  { id, date, start, end }: Omit<MeetingText, 'group'> & { readonly id: string }
): Promise<Result<undefined, 'same-day' | 'gone'>> {
  const { store } = writer;
  return store.db
    .transaction(() => {
      const before = store.orm.select().from(meetings).where(eq(meetings.id, id)).get();
      if (!before) return err('gone' as const);
      if (date !== before.date && meetsOn(store, before.group, date)) return err('same-day' as const);
      const planned = before.movedFrom ?? before.date;
      store.orm
        .update(meetings)
        .set({ date, start, end, movedFrom: planned === date ? null : planned, ...changed(writer) })
        .where(eq(meetings.id, id))
        .run();
      moveSubstitutes(store, { group: before.group, from: before.date, to: date });
      noteDeed(writer, { action: 'meeting.moved', subject: `meeting/${id}` });
      return ok(undefined);
    })
    .immediate();
}
