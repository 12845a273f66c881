import { and, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { World } from '$lib/base/world';
import { writeIfPossible } from '$lib/store/disk.server';
import type { Store } from '$lib/store/open.server';
import type { StaffRole, Venues } from './facts';
import { closeGrants, closeGrantsOfSession } from './grant.server';
import { officesNow } from './roles.server';
import { sessions, staff, staffRoles } from './schema.server';
import { hashSecret, newSecret } from './secret.server';

const hour = 3_600_000;
/** A session ends after a club evening's pause, and at the latest after a week. */
const idleMs = 12 * hour;
const longestMs = 7 * 24 * hour;
/** How often "last seen" is written at most. */
const notedEveryMs = 60_000;

/** The person behind a session. */
export interface SignedIn {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: StaffRole;
  /** those that they look after as the office */
  readonly venues: Venues;
  readonly mustChange: boolean;
}

interface Here {
  readonly store: Store;
  readonly world: World;
}

/** Begins a session. Gives the token for the cookie; the store keeps its hash only. */
export async function beginSession({ store, world }: Here, staffId: string): Promise<string> {
  const token = newSecret(world);
  const now = world.now();
  store.orm
    .delete(sessions)
    .where(or(lt(sessions.seenAt, now - idleMs), lt(sessions.createdAt, now - longestMs)))
    .run();
  store.orm
    .insert(sessions)
    .values({ tokenHash: hashSecret(token), staff: staffId, createdAt: now, seenAt: now })
    .run();
  return token;
}

/** Who a token belongs to now; nobody if it is unknown or over, or the account is disabled or without a role. */
export async function signedIn({ store, world }: Here, token: string): Promise<SignedIn | undefined> {
  const tokenHash = hashSecret(token);
  const found = store.orm
    .select({ session: sessions, person: staff, role: staffRoles.role })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staff))
    .innerJoin(staffRoles, and(eq(staffRoles.staff, staff.id), isNull(staffRoles.until)))
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(staff.disabledAt)))
    // "office" before "trainer": who holds both is the office.
    .orderBy(staffRoles.role)
    .get();
  const now = world.now();
  if (!found || now - found.session.seenAt > idleMs || now - found.session.createdAt > longestMs) return undefined;
  if (now - found.session.seenAt > notedEveryMs) {
    writeIfPossible(() =>
      store.orm.update(sessions).set({ seenAt: now }).where(eq(sessions.tokenHash, tokenHash)).run()
    );
  }
  const { id, username, name, mustChange } = found.person;
  const venues = found.role === 'office' ? (officesNow(store, [id]).get(id) ?? []) : [];
  return { id, username, name, mustChange, role: found.role, venues };
}

/** Signing out: the session is over, and nothing more is written with the grants that came with it. */
export async function endSession({ store, world }: Here, token: string): Promise<void> {
  store.db
    .transaction(() => {
      store.orm
        .delete(sessions)
        .where(eq(sessions.tokenHash, hashSecret(token)))
        .run();
      closeGrantsOfSession(store, { token, at: world.now() });
    })
    .immediate();
}

/**
 * Ends the sessions of a person with their grants, and the PINs, but for the session that a token names. Joins a
 * transaction that is open.
 */
export function endSessions(
  { store, world }: Here,
  { staffId, except }: { staffId: string; except?: string | undefined }
): void {
  const others = except === undefined ? undefined : ne(sessions.tokenHash, hashSecret(except));
  store.orm
    .delete(sessions)
    .where(and(eq(sessions.staff, staffId), others))
    .run();
  closeGrants(store, { staff: staffId, except, at: world.now() });
}
