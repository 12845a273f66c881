import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import { provenOwnDevice } from './cards.server';
import type { Actor } from './facts';
import { signedIn, type SignedIn } from './session.server';
import { provenTablet } from './tablet.server';

export const sessionCookie = 'session';
export const deviceCookie = 'device';
export const cardCookie = 'card';

/** What resolving needs of a request's cookies. */
export interface CookieJar {
  get(name: string): string | undefined;
}

export interface Resolved {
  readonly actor: Actor;
  /** the signed-in person, for pages that greet them */
  readonly person?: SignedIn;
}

/**
 * Who is asking. The store is opened only for those who show a cookie: visitors cost nothing, and pages can be
 * rendered before there is a database.
 */
export async function resolveActor(
  open: () => Store,
  { cookies, world }: { cookies: CookieJar; world: World }
): Promise<Resolved> {
  const token = cookies.get(sessionCookie);
  const proof = cookies.get(deviceCookie);
  const card = cookies.get(cardCookie);
  if (!token && !proof && !card) return { actor: { kind: 'visitor' } };
  const here = { store: open(), world };
  const person = token ? await signedIn(here, token) : undefined;
  const tablet = proof ? await provenTablet(here, proof) : undefined;
  if (person) {
    const { id: staff, role, venues } = person;
    const limit = role === 'office' && venues !== 'all' ? { venues } : {};
    return { person, actor: { kind: 'staff', staff, role, ...limit, ...(tablet ? { tablet } : {}) } };
  }
  // A club tablet is everybody's: a card is nobody's way in there that stays.
  if (tablet) return { actor: { kind: 'device', tablet } };
  return { actor: (card ? await provenOwnDevice(here.store, card) : undefined) ?? { kind: 'visitor' } };
}
