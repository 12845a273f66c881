import { and, asc, desc, eq, gte, lt } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import { atVenues } from './at-venues.server';
import { meetingId } from './meeting-id';
import { groups, meetings, venues } from './schema.server';
import { dayOf } from './zone';

export interface MeetingText {
  readonly group: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly start: string;
  readonly end: string;
}

/** How many past meetings a page shows. */
const pastAtMost = 50;

/** Meetings at these venues from today on, the next first; and the latest past ones, newest first. */
export async function listMeetings(store: Store, { now, at }: { now: number; at: Venues }) {
  const today = dayOf(now);
  return {
    coming: rows(store)
      .where(and(gte(meetings.date, today), atVenues(groups.venue, at)))
      .orderBy(asc(meetings.date), asc(meetings.start), asc(meetings.id))
      .all()
      .map(plain),
    past: rows(store)
      .where(and(lt(meetings.date, today), atVenues(groups.venue, at)))
      .orderBy(desc(meetings.date), desc(meetings.start), asc(meetings.id))
      .limit(pastAtMost)
      .all()
      .map(plain)
  };
}

function rows(store: Store) {
  return store.orm
    .select({ meeting: meetings, groupName: groups.name, venueName: venues.name })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.group))
    .innerJoin(venues, eq(venues.id, groups.venue))
    .$dynamic();
}

interface Row {
  readonly meeting: typeof meetings.$inferSelect;
  readonly groupName: string;
  readonly venueName: string;
}

function plain({ meeting: { id, group, date, start, end, cancelledAt }, groupName, venueName }: Row) {
  return { id, group, date, start, end, cancelled: cancelledAt !== null, groupName, venueName };
}

/** Plans a meeting. A group meets once a day: a second one is refused. */
export async function addMeeting(
  writer: Writer,
  { group, date, start, end }: MeetingText
): Promise<Result<string, 'same-day'>> {
  const { store, world } = writer;
  const id = meetingId(group, date);
  return store.db
    .transaction(() => {
      const added = store.orm
        .insert(meetings)
        .values({ id, group, date, start, end, createdAt: world.now() })
        .onConflictDoNothing()
        .run();
      if (added.changes === 0) return err('same-day' as const);
      noteDeed(writer, { action: 'meeting.added', subject: `meeting/${id}` });
      return ok(id);
    })
    .immediate();
}

/** Cancels a meeting or takes that back. */
export async function setMeetingCancelled(
  writer: Writer,
  { id, cancelled }: { id: string; cancelled: boolean }
): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      store.orm
        .update(meetings)
        .set({ cancelledAt: cancelled ? world.now() : null })
        .where(eq(meetings.id, id))
        .run();
      noteDeed(writer, { action: cancelled ? 'meeting.cancelled' : 'meeting.restored', subject: `meeting/${id}` });
    })
    .immediate();
}
