import { and, asc, eq, gt, inArray, isNull, lte, notInArray, or } from 'drizzle-orm';
import type { Actor, Venues } from '$lib/access/facts';
import { officeVenues } from '$lib/access/office-venues';
import type { Store } from '$lib/store/open.server';
import { atVenues } from './at-venues.server';
import { assignments, groups } from './schema.server';

/** The groups that somebody has to do with now. */
export interface Reach {
  /** as staff: those they train; the office, also all of its venues */
  readonly trained: readonly string[];
  /** of these, the ones that they train only for a while, in place of somebody else */
  readonly stoodIn: readonly string[];
  /** as a tablet: those of its venue */
  readonly atTablet: readonly string[];
}

/** @param now UTC milliseconds: a substitute trains a group for a day */
export function reachOf(store: Store, { actor, now }: { actor: Actor; now: number }): Reach {
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  const atTablet = tablet && tablet.revokedAt === undefined ? groupsAt(store, [tablet.venue]) : [];
  if (actor.kind !== 'staff') return { trained: [], stoodIn: [], atTablet };
  const looked = groupsAt(store, officeVenues(actor));
  const trained = groupsTrainedBy(store, { staff: actor.staff, now });
  const own = new Set([...looked, ...trained.filter(({ until }) => until === null).map(({ id }) => id)]);
  const all = [...new Set([...looked, ...trained.map(({ id }) => id)])].sort();
  return { trained: all, stoodIn: all.filter((id) => !own.has(id)), atTablet };
}

/** The groups whose meetings somebody runs anyway, in the order of names. */
export async function groupsRunBy(store: Store, asking: { actor: Actor; now: number }) {
  const { trained, stoodIn } = reachOf(store, asking);
  return store.orm
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(inArray(groups.id, [...trained]), notInArray(groups.id, [...stoodIn])))
    .orderBy(asc(groups.name), asc(groups.id))
    .all();
}

/** The open groups of venues. */
function groupsAt(store: Store, venues: Venues): string[] {
  const rows = store.orm
    .select({ id: groups.id })
    .from(groups)
    .where(and(atVenues(groups.venue, venues), isNull(groups.closedAt)))
    .orderBy(asc(groups.id))
    .all();
  return rows.map(({ id }) => id);
}

function groupsTrainedBy(store: Store, { staff, now }: { staff: string; now: number }) {
  const isNow = and(lte(assignments.from, now), or(isNull(assignments.until), gt(assignments.until, now)));
  return store.orm
    .selectDistinct({ id: assignments.group, until: assignments.until })
    .from(assignments)
    .innerJoin(groups, and(eq(groups.id, assignments.group), isNull(groups.closedAt)))
    .where(and(eq(assignments.staff, staff), isNow))
    .orderBy(asc(assignments.group), asc(assignments.until))
    .all();
}
