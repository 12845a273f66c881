import { rightsOf } from '$lib/access/rights';
import { world } from '$lib/base/world';
import { clubFacts } from '$lib/club/facts.server';
import { snapshotFor } from '$lib/club/snapshot.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import { answerSync } from '$lib/sync/answer.server';
import type { RequestHandler } from './$types';

/** The way of all events: sends and fetches (docs/decisions/0002). */
export const POST: RequestHandler = ({ request, locals: { actor } }) => {
  const now = world.now();
  const store = getStore();
  return answerSync({
    ...getServerSync(),
    request,
    now,
    rights: ({ grants }) =>
      rightsOf({ actor, grants, now, port: clubFacts(store), snapshot: () => snapshotFor(store, { actor, now }) })
  });
};
