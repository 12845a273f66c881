import type { Actor } from '$lib/access/facts';
import { isOpen } from '$lib/access/may';
import type { Store } from '$lib/store/open.server';
import type { Sight } from '$lib/sync/live-hub.server';
import { clubRights } from './rights.server';

/**
 * What somebody may be told of live: all that comes to them unasked. Not `learner/…`: what a person alone reads
 * is waited for by nobody else.
 */
export async function sightOf(store: Store, asking: { actor: Actor; now: number }): Promise<Sight | undefined> {
  const { actor } = asking;
  const isKnown =
    actor.kind === 'staff' ||
    (actor.kind === 'learner' && isOpen(actor)) ||
    (actor.kind === 'device' && actor.tablet.revokedAt === undefined);
  if (!isKnown) return undefined;
  const rights = clubRights(store, { ...asking, grants: [] });
  return { streams: await rights.readable([]), tag: (await rights.snapshot())?.tag };
}
