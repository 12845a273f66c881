import { error } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';
import { reachOf } from './reach.server';
import { groups } from './schema.server';

/** The group of a page of cards: one that the signed-in person trains, or looks after as the office. */
export function groupInReach({ actor }: App.Locals, id: string): { id: string; name: string } {
  const store = getStore();
  const reach = reachOf(store, { actor, now: world.now() });
  const { name } = groups;
  const found = store.orm.select({ id: groups.id, name }).from(groups).where(eq(groups.id, id)).get();
  return found && reach.trained.includes(id) ? found : error(404);
}
