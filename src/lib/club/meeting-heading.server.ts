import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '$lib/access/facts';
import type { Store } from '$lib/store/open.server';
import type { MeetingHeading } from './meeting-heading';
import { reachOf } from './reach.server';
import { groups, meetings } from './schema.server';

/**
 * What stands above a meeting's list, for staff who may have the meeting offline as well; nothing for everybody else.
 * @param now UTC milliseconds
 */
export function headingFor(
  store: Store,
  { actor, now, meeting }: { readonly actor: Actor; readonly now: number; readonly meeting: string }
): MeetingHeading | undefined {
  if (actor.kind !== 'staff') return undefined;
  const reach = reachOf(store, { actor, now });
  return store.orm
    .select({ group: groups.name, date: meetings.date, start: meetings.start })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.group))
    .where(and(eq(meetings.id, meeting), inArray(meetings.group, [...reach.trained, ...reach.atTablet])))
    .get();
}
