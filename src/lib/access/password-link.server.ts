import { and, eq, isNull } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { World } from '$lib/base/world';
import { err, ok, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import { hashPassword } from './password.server';
import { passwordLinks, staff } from './schema.server';
import { hashSecret, newSecret } from './secret.server';
import { endSessions } from './session.server';
import { stateOfLink, type LinkState } from './set-up-link.server';

/** Long enough for a sheet of paper that is handed over at the next meeting but one. */
const lifeMs = 8 * 24 * 3_600_000;

interface Here {
  readonly store: Store;
  readonly world: World;
}

/** What the office hands over, once: afterwards only its hash is known. */
export interface PasswordLink {
  readonly key: string;
  /** UTC milliseconds */
  readonly expiresAt: number;
}

/**
 * Makes a one-time link with which somebody chooses a new password. From now on the old password opens nothing, their
 * sessions are over and earlier links count no more: whoever asks for it may have lost more than a memory.
 */
export async function makePasswordLink(writer: Writer, staffId: string): Promise<PasswordLink> {
  const { store, world } = writer;
  const [key, now] = [newSecret(world), world.now()];
  const nobodyKnows = await hashPassword(newSecret(world), world);
  const expiresAt = now + lifeMs;
  store.db
    .transaction(() => {
      spendLinksOf(writer, staffId);
      store.orm
        .insert(passwordLinks)
        .values({ tokenHash: hashSecret(key), staff: staffId, createdAt: now, expiresAt })
        .run();
      store.orm.update(staff).set({ passwordHash: nobodyKnows, mustChange: false }).where(eq(staff.id, staffId)).run();
      endSessions(writer, { staffId });
      noteDeed(writer, { action: 'password-link.made', subject: `staff/${staffId}` });
    })
    .immediate();
  return { key, expiresAt };
}

/** Whose a link is, and whether it still opens anything. A closed account's opens nothing. */
export async function passwordLinkOf(
  { store, world }: Here,
  key: string
): Promise<{
  readonly state: LinkState;
  readonly person?: { readonly id: string; readonly name: string; readonly username: string };
}> {
  const found = store.orm
    .select({ link: passwordLinks, person: staff })
    .from(passwordLinks)
    .innerJoin(staff, eq(staff.id, passwordLinks.staff))
    .where(eq(passwordLinks.tokenHash, hashSecret(key)))
    .get();
  const state = found?.person.disabledAt == null ? stateOfLink(found?.link, world.now()) : 'over';
  if (!found || state !== 'open') return { state };
  const { id, name, username } = found.person;
  return { state, person: { id, name, username } };
}

/** Sets the password that somebody chose with their link, which is used up by it. */
export async function usePasswordLink(
  here: Here,
  { key, password }: { readonly key: string; readonly password: string }
): Promise<Result<{ readonly staffId: string }, 'over'>> {
  const { store, world } = here;
  const passwordHash = await hashPassword(password, world);
  const { person } = await passwordLinkOf(here, key);
  if (!person) return err('over');
  const writer: Writer = { ...here, by: `staff/${person.id}` };
  return store.db
    .transaction(() => {
      if (!spend(here, key)) return err('over' as const);
      store.orm.update(staff).set({ passwordHash, mustChange: false }).where(eq(staff.id, person.id)).run();
      endSessions(writer, { staffId: person.id });
      noteDeed(writer, { action: 'password-link.used', subject: `staff/${person.id}` });
      return ok({ staffId: person.id });
    })
    .immediate();
}

/** Uses a link up; says whether it was open, so that of two who use it at once one alone is let in. */
function spend({ store, world }: Here, key: string): boolean {
  const open = and(eq(passwordLinks.tokenHash, hashSecret(key)), isNull(passwordLinks.usedAt));
  return store.orm.update(passwordLinks).set({ usedAt: world.now() }).where(open).run().changes > 0;
}

/** Uses up all links of somebody that are open, within a transaction that is open. */
export function spendLinksOf({ store, world }: Here, staffId: string): void {
  const open = and(eq(passwordLinks.staff, staffId), isNull(passwordLinks.usedAt));
  store.orm.update(passwordLinks).set({ usedAt: world.now() }).where(open).run();
}

/** The address to open, in the given language. */
export function passwordAddress({ origin, key, locale }: { origin: string; key: string; locale: string }): string {
  return `${origin}/${locale}/new-password?key=${key}`;
}
