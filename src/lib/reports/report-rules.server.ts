import { asc } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { dayOf, daysFrom } from '$lib/club/zone';
import type { Store } from '$lib/store/open.server';
import { unitProfiles } from './figures';
import { firstRules, type DatedRules, type ReportRules } from './rules-in-force';
import { figureRules } from './schema.server';

/** All rules that were ever settled, in order of their first day. */
export function settledRules({ orm }: Store): DatedRules[] {
  return orm
    .select()
    .from(figureRules)
    .orderBy(asc(figureRules.from))
    .all()
    .map(({ from, profile, sharePercent }) => ({
      from,
      profile: unitProfiles.find((known) => known === profile) ?? firstRules.profile,
      sharePercent
    }));
}

/**
 * Settles rules from today on; where a list of today has been opened, from tomorrow on. Meetings that were held keep
 * the rules of their day. @returns the first day
 */
export function settleRules(writer: Writer, { profile, sharePercent }: ReportRules): string {
  const { store, world, by } = writer;
  return store.db
    .transaction(() => {
      const today = dayOf(world.now());
      const from = wasHeldOn(store, today) ? daysFrom(today, 1) : today;
      const says = { profile, sharePercent, notedBy: by, notedAt: world.now() };
      store.orm
        .insert(figureRules)
        .values({ from, ...says })
        .onConflictDoUpdate({ target: figureRules.from, set: says })
        .run();
      noteDeed(writer, { action: 'report-rules.settled', subject: `report-rules/${from}` });
      return from;
    })
    .immediate();
}

const wasHeldOn = ({ db }: Store, date: string): boolean =>
  db
    .prepare<[string]>(
      `SELECT 1 FROM meetings m JOIN read_meeting_opening o ON o.stream = 'meeting/' || m.id AND o.key = m.id
       WHERE m.date = ? LIMIT 1`
    )
    .get(date) !== undefined;
