import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import type { Actor } from './facts';
import { signedIn, type SignedIn } from './session.server';
import { provenTablet } from './tablet.server';

export const sessionCookie = 'session';
export const deviceCookie = 'device';

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
  if (!token && !proof) return { actor: { kind: 'visitor' } };
  const here = { store: open(), world };
  const person = token ? await signedIn(here, token) : undefined;
  const tablet = proof ? await provenTablet(here, proof) : undefined;
  if (person) {
    const { id: staff, role, venues } = person;
    const limit = role === 'office' && venues !== 'all' ? { venues } : {};
    return { person, actor: { kind: 'staff', staff, role, ...limit, ...(tablet ? { tablet } : {}) } };
  }
  return { actor: tablet ? { kind: 'device', tablet } : { kind: 'visitor' } };
}
