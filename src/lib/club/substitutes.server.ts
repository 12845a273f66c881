import { eq } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { assignments, meetings } from './schema.server';
import { daysFrom, startOf } from './zone';

/** Lets somebody run one meeting in place of its trainer: they train the group on that day, and on no other. */
export async function appointSubstitute(
  writer: Writer,
  { meeting, staff }: { meeting: string; staff: string }
): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      const planned = store.orm.select().from(meetings).where(eq(meetings.id, meeting)).get();
      if (!planned) return;
      const { group, date } = planned;
      const day = { from: startOf(date), until: startOf(daysFrom(date, 1)) };
      store.orm
        .insert(assignments)
        .values({ staff, group, ...day })
        .onConflictDoNothing()
        .run();
      noteDeed(writer, { action: 'substitute.appointed', subject: `meeting/${meeting}` });
    })
    .immediate();
}
