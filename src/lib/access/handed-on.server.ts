import type { Cookies } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';
import { sessionCookie } from './actor.server';
import { endOwnDevice } from './cards.server';
import { dropSessionCookie } from './cookies.server';
import type { Actor, LearnerActor } from './facts';
import { endSession } from './session.server';

interface Asking {
  readonly cookies: Cookies;
  readonly url: URL;
  readonly actor: Actor;
}

/**
 * A browser says that its staff, or the learner with a card, have handed it on: their session ends here, for it may have been without a network when
 * they did. Answers who it is without them.
 */
export async function leaveToDevice({ cookies, url, actor }: Asking): Promise<Actor> {
  if (actor.kind === 'learner') return leaveCard(actor);
  if (actor.kind !== 'staff') return actor;
  const token = cookies.get(sessionCookie);
  if (token) await endSession({ store: getStore(), world }, token);
  dropSessionCookie(cookies, url);
  return actor.tablet ? { kind: 'device', tablet: actor.tablet } : { kind: 'visitor' };
}

/** The cookie stays: it proves whose the entries are that were made before, should they not fit into one request. */
function leaveCard({ person, device }: LearnerActor): LearnerActor {
  const endedAt = endOwnDevice({ store: getStore(), world }, device.id);
  return { kind: 'learner', person, device: { ...device, endedAt } };
}
