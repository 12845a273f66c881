import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Actor } from '$lib/access/facts';
import type { Store } from '$lib/store/open.server';
import { assignments, groups } from './schema.server';

/** The groups that somebody has to do with now. */
export interface Reach {
  /** as staff: those they train; the office, all */
  readonly trained: readonly string[];
  /** as a tablet: those of its venue */
  readonly atTablet: readonly string[];
}

/** @param now UTC milliseconds: a substitute trains a group for a day */
export function reachOf(store: Store, { actor, now }: { actor: Actor; now: number }): Reach {
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  const atTablet = tablet && tablet.revokedAt === undefined ? groupsAt(store, tablet.venue) : [];
  if (actor.kind !== 'staff') return { trained: [], atTablet };
  return {
    trained: actor.role === 'office' ? allGroups(store) : groupsTrainedBy(store, { staff: actor.staff, now }),
    atTablet
  };
}

/** The open groups of a venue. */
function groupsAt(store: Store, venue: string): string[] {
  const rows = store.orm
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.venue, venue), isNull(groups.closedAt)))
    .orderBy(asc(groups.id))
    .all();
  return rows.map(({ id }) => id);
}

function groupsTrainedBy(store: Store, { staff, now }: { staff: string; now: number }): string[] {
  const isNow = and(lte(assignments.from, now), or(isNull(assignments.until), gt(assignments.until, now)));
  const rows = store.orm
    .selectDistinct({ id: assignments.group })
    .from(assignments)
    .innerJoin(groups, and(eq(groups.id, assignments.group), isNull(groups.closedAt)))
    .where(and(eq(assignments.staff, staff), isNow))
    .orderBy(asc(assignments.group))
    .all();
  return rows.map(({ id }) => id);
}

function allGroups(store: Store): string[] {
  return store.orm
    .select({ id: groups.id })
    .from(groups)
    .where(isNull(groups.closedAt))
    .orderBy(asc(groups.id))
    .all()
    .map(({ id }) => id);
}
