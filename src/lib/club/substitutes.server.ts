import { and, asc, eq } from 'drizzle-orm';
import { listStaff } from '$lib/access/staff.server';
import { staff } from '$lib/access/schema.server';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { Store } from '$lib/store/open.server';
import { assignments, meetings } from './schema.server';
import { daysFrom, startOf } from './zone';

interface Appointment {
  readonly meeting: string;
  /** id */
  readonly staff: string;
}

/** The day of a meeting as an assignment has it: from its first to its last minute where the venue is. */
const dayOfMeeting = (date: string) => ({ from: startOf(date), until: startOf(daysFrom(date, 1)) });

const meetingOf = ({ orm }: Store, id: string) => orm.select().from(meetings).where(eq(meetings.id, id)).get();

/** The assignments that are for a group's one day alone. */
function isForDay(group: string, date: string) {
  const { from, until } = dayOfMeeting(date);
  return and(eq(assignments.group, group), eq(assignments.from, from), eq(assignments.until, until));
}

/** Lets somebody run one meeting in place of its trainer: they train the group on that day, and on no other. */
export async function appointSubstitute(writer: Writer, { meeting, staff: id }: Appointment): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      const planned = meetingOf(store, meeting);
      if (!planned) return;
      const { group, date } = planned;
      store.orm
        .insert(assignments)
        .values({ staff: id, group, ...dayOfMeeting(date) })
        .onConflictDoUpdate({
          target: [assignments.staff, assignments.group, assignments.from],
          set: { until: dayOfMeeting(date).until }
        })
        .run();
      noteDeed(writer, { action: 'substitute.appointed', subject: `meeting/${meeting}` });
    })
    .immediate();
}

/**
 * Takes that back. What they have already entered was theirs to enter when they did: their day ends now where it has begun,
 * else it goes.
 */
export async function releaseSubstitute(writer: Writer, { meeting, staff: id }: Appointment): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      const planned = meetingOf(store, meeting);
      if (!planned) return;
      const theirs = and(isForDay(planned.group, planned.date), eq(assignments.staff, id));
      const now = world.now();
      if (now > startOf(planned.date)) store.orm.update(assignments).set({ until: now }).where(theirs).run();
      else store.orm.delete(assignments).where(theirs).run();
      noteDeed(writer, { action: 'substitute.released', subject: `meeting/${meeting}` });
    })
    .immediate();
}

/** Within the transaction that moves a meeting to another day: whoever stands in stands in on that day. */
export function moveSubstitutes(
  { orm }: Store,
  { group, from, to }: { group: string; from: string; to: string }
): void {
  if (from !== to) orm.update(assignments).set(dayOfMeeting(to)).where(isForDay(group, from)).run();
}

/** Who stands in at a meeting, in the order of names. */
export async function substitutesAt(store: Store, { group, date }: { group: string; date: string }) {
  return store.orm
    .select({ id: staff.id, name: staff.name })
    .from(assignments)
    .innerJoin(staff, eq(staff.id, assignments.staff))
    .where(isForDay(group, date))
    .orderBy(asc(staff.name), asc(staff.id))
    .all();
}

/** Who could stand in: everybody with an open account who does not run this meeting anyway. */
export async function possibleSubstitutes(store: Store, { group, date }: { group: string; date: string }) {
  const [before, after] = [startOf(date), startOf(daysFrom(date, 1))];
  const running = new Set(
    store.orm
      .select()
      .from(assignments)
      .where(eq(assignments.group, group))
      .all()
      .filter(({ from, until }) => from < after && (until === null || until > before))
      .map((row) => row.staff)
  );
  return (await listStaff(store))
    .filter(({ id, disabled }) => !disabled && !running.has(id))
    .map(({ id, name }) => ({ id, name }));
}
