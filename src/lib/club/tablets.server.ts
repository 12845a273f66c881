import { and, asc, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '$lib/access/facts';
import { tablets } from '$lib/access/schema.server';
import type { Store } from '$lib/store/open.server';
import type { SeenTablet } from '$lib/sync/wire';
import { reachOf } from './reach.server';
import { groups } from './schema.server';

/** The tablets in use at the venues of the groups that somebody trains; for the office, at all with a group. */
export async function tabletsSeenBy(store: Store, asking: { actor: Actor; now: number }): Promise<SeenTablet[]> {
  const { trained } = reachOf(store, asking);
  const venues = store.orm
    .selectDistinct({ id: groups.venue })
    .from(groups)
    .where(inArray(groups.id, [...trained]))
    .orderBy(asc(groups.venue))
    .all()
    .map(({ id }) => id);
  return store.orm
    .select({
      id: tablets.id,
      name: tablets.name,
      venue: tablets.venue,
      seenAt: tablets.seenAt,
      waiting: tablets.waiting
    })
    .from(tablets)
    .where(and(inArray(tablets.venue, venues), isNull(tablets.revokedAt)))
    .orderBy(asc(tablets.name), asc(tablets.id))
    .all();
}
