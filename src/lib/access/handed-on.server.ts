import type { Cookies } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';
import { sessionCookie } from './actor.server';
import { dropSessionCookie } from './cookies.server';
import type { Actor } from './facts';
import { endSession } from './session.server';

interface Asking {
  readonly cookies: Cookies;
  readonly url: URL;
  readonly actor: Actor;
}

/**
 * A browser says that its staff have handed it on: their session ends here, for it may have been without a network when
 * they did. Answers who it is without them.
 */
export async function leaveToDevice({ cookies, url, actor }: Asking): Promise<Actor> {
  if (actor.kind !== 'staff') return actor;
  const token = cookies.get(sessionCookie);
  if (token) await endSession({ store: getStore(), world }, token);
  dropSessionCookie(cookies, url);
  return actor.tablet ? { kind: 'device', tablet: actor.tablet } : { kind: 'visitor' };
}
