import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '$lib/access/facts';
import type { Store } from '$lib/store/open.server';
import { reachOf } from './reach.server';
import { memberships } from './schema.server';

interface Asked {
  readonly actor: Actor;
  readonly member: string;
  /** UTC milliseconds */
  readonly now: number;
}

/** Whether somebody is now a member of a group at the venue of the tablet that asks. */
export function isAtTablet(store: Store, { actor, member, now }: Asked): boolean {
  const { atTablet } = reachOf(store, { actor, now });
  const here = and(
    eq(memberships.member, member),
    inArray(memberships.group, [...atTablet]),
    isNull(memberships.until)
  );
  return store.orm.select().from(memberships).where(here).get() !== undefined;
}
