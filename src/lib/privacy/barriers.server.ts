import { asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import type { BarrierReport } from './barrier-report';
import { barrierReports } from './schema.server';

/** Keeps a report. The same one sent twice is kept once. */
export async function keepBarrierReport(
  { store, world }: { store: Store; world: World },
  report: BarrierReport
): Promise<void> {
  store.orm
    .insert(barrierReports)
    .values({ ...report, receivedAt: world.now() })
    .onConflictDoNothing()
    .run();
}

/** All reports, open ones first, the newest first. */
export async function listBarrierReports(store: Store) {
  const rows = store.orm
    .select()
    .from(barrierReports)
    .orderBy(sql`${barrierReports.doneAt} IS NOT NULL`, desc(barrierReports.receivedAt), asc(barrierReports.id))
    .all();
  return rows.map(({ id, page, text, contact, locale, receivedAt, doneAt }) => ({
    id,
    page,
    text,
    contact,
    locale,
    receivedAt,
    done: doneAt !== null
  }));
}

export async function countOpenBarrierReports(store: Store): Promise<number> {
  return store.orm.select({ open: count() }).from(barrierReports).where(isNull(barrierReports.doneAt)).get()?.open ?? 0;
}

/** Marks a report as dealt with, or takes that back. */
export async function setBarrierDone(writer: Writer, { id, done }: { id: string; done: boolean }): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      store.orm
        .update(barrierReports)
        .set({ doneAt: done ? world.now() : null })
        .where(eq(barrierReports.id, id))
        .run();
      noteDeed(writer, { action: done ? 'barrier.closed' : 'barrier.opened', subject: `barrier/${id}` });
    })
    .immediate();
}
