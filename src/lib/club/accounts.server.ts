import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { isAmong } from '$lib/access/office-venues';
import { listStaff } from '$lib/access/staff.server';
import type { Store } from '$lib/store/open.server';
import { assignments, groups } from './schema.server';

interface Looking {
  readonly at: Venues;
  /** who looks: they see themselves, too */
  readonly me: string;
  /** UTC milliseconds */
  readonly now: number;
}

/**
 * The accounts that an office looks after: all; the office of some venues, those of trainers who train nowhere else. It
 * must not give passwords to others, or it could sign in as somebody who may do more than itself.
 */
export async function listAccounts(store: Store, { at, me, now }: Looking) {
  const everybody = await listStaff(store);
  if (at === 'all') return everybody;
  const isNow = or(isNull(assignments.until), gt(assignments.until, now));
  const rows = store.orm
    .select({ staff: assignments.staff, venue: groups.venue })
    .from(assignments)
    .innerJoin(groups, and(eq(groups.id, assignments.group), isNow))
    .orderBy(asc(assignments.staff))
    .all();
  const elsewhere = new Set(rows.filter(({ venue }) => !isAmong(at, venue)).map(({ staff }) => staff));
  return everybody.filter(({ id, role }) => id === me || (role === 'trainer' && !elsewhere.has(id)));
}
