import { and, asc, eq, gt, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import { ICalCalendarMethod, ICalEventStatus, default as ical } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { staff } from '$lib/access/schema.server';
import { assignments, groups, meetings, venues } from '$lib/club/schema.server';
import { dayOf, daysFrom, venueZone } from '$lib/club/zone';
import type { Store } from '$lib/store/open.server';
import type { FeedSubject } from './feed-kind';

/** How far back a calendar goes. It goes forward as far as meetings are planned. */
const daysBack = 60;

/** The words of a calendar in one language. */
export interface CalendarWords {
  readonly name: string;
  readonly reason: (reason: string) => string;
  readonly movedFrom: (date: string) => string;
}

interface Asked {
  readonly feed: FeedSubject;
  /** UTC milliseconds */
  readonly now: number;
}

/** The name of what a calendar is of; nothing where it is gone, or the account is closed. */
export async function calendarName(store: Store, { kind, subject }: FeedSubject): Promise<string | undefined> {
  if (kind === 'trainer') {
    const open = and(eq(staff.id, subject), isNull(staff.disabledAt));
    return store.orm.select({ name: staff.name }).from(staff).where(open).get()?.name;
  }
  const table = kind === 'venue' ? venues : groups;
  return store.orm.select({ name: table.name }).from(table).where(eq(table.id, subject)).get()?.name;
}

/**
 * The meetings as a calendar (RFC 5545). No person is in it: group, venue, times, whether it takes place, and the reason
 * that the office gave. A meeting keeps its UID when it is moved, with a higher SEQUENCE; a cancelled one stays, as
 * CANCELLED, or calendars would forget to say so. Times are instants (UTC), worked out from the venues' clock, so
 * every calendar shows the hour that the clock at the venue shows, in summer as in winter.
 */
export async function calendarText(store: Store, { feed, now }: Asked, words: CalendarWords): Promise<string> {
  const calendar = ical({ name: words.name, prodId: '//digitaltreff//meetings//', method: ICalCalendarMethod.PUBLISH });
  calendar.ttl(60 * 60);
  for (const { meeting, group, venue } of meetingsOf(store, { feed, now })) {
    const { id, date, start, end, sequence, createdAt, changedAt } = meeting;
    const isOff = meeting.cancelledAt !== null || isClosedBy(group.closedAt, date);
    const said = [
      ...(meeting.cancelReason ? [words.reason(meeting.cancelReason)] : []),
      ...(meeting.movedFrom ? [words.movedFrom(meeting.movedFrom)] : [])
    ].join('\n');
    const changed = new Date(changedAt ?? createdAt);
    calendar.createEvent({
      id: `${id}@digitaltreff`,
      sequence,
      start: instantOf(date, start),
      end: instantOf(date, end),
      stamp: changed,
      lastModified: changed,
      summary: group.name,
      location: [venue.name, venue.address].filter(Boolean).join(', '),
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(said ? { description: said } : {})
    });
  }
  return calendar.toString();
}

/** A closed group does not meet any more. */
const isClosedBy = (closedAt: number | null, date: string): boolean => closedAt !== null && date >= dayOf(closedAt);

/** The instant of a plain time at the venues. An hour that the clock leaves out in spring is the one after it. */
function instantOf(date: string, time: string): Date {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(venueZone);
  return new Date(epochMilliseconds);
}

function meetingsOf(store: Store, { feed, now }: Asked) {
  return store.orm
    .select({ meeting: meetings, group: groups, venue: venues })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.group))
    .innerJoin(venues, eq(venues.id, groups.venue))
    .where(
      and(gte(meetings.date, daysFrom(dayOf(now), -daysBack)), inArray(meetings.group, groupsOf(store, feed, now)))
    )
    .orderBy(asc(meetings.date), asc(meetings.start), asc(meetings.id))
    .all();
}

/** The groups whose meetings a calendar shows; of a trainer, those of now. */
function groupsOf({ orm }: Store, { kind, subject }: FeedSubject, now: number): string[] {
  if (kind === 'group') return [subject];
  if (kind === 'venue') {
    const rows = orm.select({ id: groups.id }).from(groups).where(eq(groups.venue, subject)).orderBy(asc(groups.id));
    return rows.all().map(({ id }) => id);
  }
  const isNow: SQL | undefined = and(
    lte(assignments.from, now),
    or(isNull(assignments.until), gt(assignments.until, now))
  );
  return orm
    .selectDistinct({ id: assignments.group })
    .from(assignments)
    .where(and(eq(assignments.staff, subject), isNow))
    .orderBy(asc(assignments.group))
    .all()
    .map(({ id }) => id);
}
