import { and, asc, count, desc, eq, isNull, max, sql } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { World } from '$lib/base/world';
import type { System } from '$lib/content/guide';
import type { Store } from '$lib/store/open.server';
import type { GuideReport } from './report';
import { guideReports } from './schema.server';

/** Keeps a report, or that it was taken back. In any order and however often they come, the same stands in the end. */
export async function keepGuideReport(
  { store, world }: { store: Store; world: World },
  { withdrawn, ...report }: GuideReport
): Promise<void> {
  const now = world.now();
  const row = { ...report, receivedAt: now, withdrawnAt: withdrawn ? now : null };
  const insert = store.orm.insert(guideReports).values(row);
  if (withdrawn) insert.onConflictDoUpdate({ target: guideReports.id, set: { withdrawnAt: now } }).run();
  else insert.onConflictDoNothing().run();
}

/** How often the steps of a guide for a system were reported, since the office last dealt with it or until it did. */
interface ReportedGuide {
  /** `<guide>/<system>/<done>`: of the line */
  id: string;
  guide: string;
  system: string;
  times: number;
  /** the last report; UTC milliseconds */
  lastAt: number;
  /** when the office dealt with it; nothing while it is open */
  doneAt: number | null;
}

/** All that was reported and not taken back: what is open first, what was reported last first. */
export async function listReportedGuides(store: Store): Promise<ReportedGuide[]> {
  const lastAt = max(guideReports.receivedAt);
  const rows = store.orm
    .select({
      guide: guideReports.guide,
      system: guideReports.system,
      doneAt: guideReports.doneAt,
      times: count(),
      lastAt
    })
    .from(guideReports)
    .where(isNull(guideReports.withdrawnAt))
    .groupBy(guideReports.guide, guideReports.system, guideReports.doneAt)
    .orderBy(sql`${guideReports.doneAt} IS NOT NULL`, desc(lastAt), asc(guideReports.guide), asc(guideReports.system))
    .all();
  return rows.map((row) => ({
    ...row,
    lastAt: row.lastAt ?? 0,
    id: `${row.guide}/${row.system}/${row.doneAt ?? 'open'}`
  }));
}

/** How many guides wait for the office, each system by itself. */
export async function countOpenGuides(store: Store): Promise<number> {
  return (await listReportedGuides(store)).filter(({ doneAt }) => doneAt === null).length;
}

/** Notes that the steps for a system were looked at. What is reported from now on is new. @returns the instant */
export async function closeGuide(
  writer: Writer,
  { guide, system }: { guide: string; system: System }
): Promise<number> {
  const now = writer.world.now();
  const open = and(eq(guideReports.guide, guide), eq(guideReports.system, system), isNull(guideReports.doneAt));
  setDone(writer, { guide, where: open, doneAt: now });
  return now;
}

/** Takes back what was closed at an instant. */
export async function reopenGuide(
  writer: Writer,
  { guide, system, at }: { guide: string; system: System; at: number }
): Promise<void> {
  const closed = and(eq(guideReports.guide, guide), eq(guideReports.system, system), eq(guideReports.doneAt, at));
  setDone(writer, { guide, where: closed, doneAt: null });
}

function setDone(
  writer: Writer,
  { guide, where, doneAt }: { guide: string; where: ReturnType<typeof and>; doneAt: number | null }
): void {
  writer.store.db
    .transaction(() => {
      writer.store.orm.update(guideReports).set({ doneAt }).where(where).run();
      noteDeed(writer, { action: doneAt === null ? 'guide.opened' : 'guide.closed', subject: `guide/${guide}` });
    })
    .immediate();
}
