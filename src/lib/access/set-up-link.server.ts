import { eq, isNull } from 'drizzle-orm';
import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import { setUpLinks } from './schema.server';
import { hashSecret, newSecret } from './secret.server';
import { openOffices } from './roles.server';

const lifeMs = 24 * 3_600_000;

interface Here {
  readonly store: Store;
  readonly world: World;
}

/** unknown: never was one · over: used, replaced or too old. What is said about both is alike. */
export type LinkState = 'open' | 'over' | 'unknown';

/** Makes a one-time link's key, good for 24 hours. Earlier ones stay open until one of them is used. */
export async function newSetUpKey({ store, world }: Here): Promise<string> {
  const [key, now] = [newSecret(world), world.now()];
  store.orm
    .insert(setUpLinks)
    .values({ tokenHash: hashSecret(key), createdAt: now, expiresAt: now + lifeMs })
    .run();
  return key;
}

/** A new key while nobody can sign in as the office; else nothing. */
export async function ensureSetUpKey(here: Here): Promise<string | undefined> {
  return openOffices(here.store).length === 0 ? newSetUpKey(here) : undefined;
}

export async function setUpLinkState({ store, world }: Here, key: string): Promise<LinkState> {
  const link = store.orm
    .select()
    .from(setUpLinks)
    .where(eq(setUpLinks.tokenHash, hashSecret(key)))
    .get();
  return stateOfLink(link, world.now());
}

/** What a one-time link opens at an instant, by its row. */
export function stateOfLink(
  link: { readonly usedAt: number | null; readonly expiresAt: number } | undefined,
  now: number
): LinkState {
  if (!link) return 'unknown';
  return link.usedAt === null && now < link.expiresAt ? 'open' : 'over';
}

/** Uses a link up, and all that are open with it, within the transaction that does what it allows. Says whether it was open. */
export function spendSetUpKey({ store, world }: Here, key: string): boolean {
  const now = world.now();
  const link = store.orm
    .select()
    .from(setUpLinks)
    .where(eq(setUpLinks.tokenHash, hashSecret(key)))
    .get();
  if (stateOfLink(link, now) !== 'open') return false;
  store.orm.update(setUpLinks).set({ usedAt: now }).where(isNull(setUpLinks.usedAt)).run();
  return true;
}

/** The address to open, in the given language. */
export function setUpAddress({ origin, key, locale }: { origin: string; key: string; locale: string }): string {
  return `${origin}/${locale}/set-up?key=${key}`;
}
