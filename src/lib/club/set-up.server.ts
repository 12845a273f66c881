import { eq } from 'drizzle-orm';
import { hashPassword } from '$lib/access/password.server';
import { holdOffice, officesNow } from '$lib/access/roles.server';
import { staff } from '$lib/access/schema.server';
import { endSessions } from '$lib/access/session.server';
import { spendSetUpKey } from '$lib/access/set-up-link.server';
import { insertStaff, staffNamed } from '$lib/access/staff.server';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import type { World } from '$lib/base/world';
import { insertVenue, type VenueText } from './venues.server';

export interface SetUp {
  /** the one-time link's key */
  readonly key: string;
  readonly office: { readonly username: string; readonly name: string; readonly password: string };
  /** the first venue; nothing when the office was only locked out */
  readonly venue?: VenueText | undefined;
}

/**
 * Uses a one-time link: makes the office account (or gives an existing account that password and the office's role)
 * and the first venue, all or nothing. The link works once, also for two browsers at the same moment.
 */
export async function setUp(
  { store, world }: { store: Store; world: World },
  { key, office, venue }: SetUp
): Promise<Result<{ staffId: string }, 'link-over'>> {
  const writer: Writer = { store, world, by: 'set-up' };
  const passwordHash = await hashPassword(office.password, world);
  return store.db
    .transaction(() => {
      if (!spendSetUpKey({ store, world }, key)) return err('link-over' as const);
      const staffId = makeOffice(writer, { ...office, passwordHash });
      if (venue) insertVenue(writer, venue);
      return ok({ staffId });
    })
    .immediate();
}

function makeOffice(writer: Writer, office: { username: string; name: string; passwordHash: string }): string {
  const { store } = writer;
  const known = staffNamed(store, office.username);
  if (!known) {
    const added = insertStaff(writer, { ...office, role: 'office', mustChange: false });
    if (!added.ok) throw new Error('An account appeared within the transaction that looked for it');
    return added.value;
  }
  const { passwordHash, name } = office;
  const { id } = known;
  store.orm
    .update(staff)
    .set({ passwordHash, name, mustChange: false, disabledAt: null })
    .where(eq(staff.id, id))
    .run();
  if (officesNow(store, [id]).get(id) !== 'all') holdOffice(writer, { staffId: id, venues: 'all' });
  endSessions(writer, { staffId: id });
  noteDeed(writer, { action: 'password.given', subject: `staff/${id}` });
  return id;
}
