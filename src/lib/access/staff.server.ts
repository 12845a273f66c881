import { and, asc, eq, isNull } from 'drizzle-orm';
import { newId } from '$lib/base/id';
import { err, ok, type Result } from '$lib/base/result';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { Store } from '$lib/store/open.server';
import type { StaffRole, Venues } from './facts';
import { spendLinksOf } from './password-link.server';
import { hashPassword, isPassword } from './password.server';
import { insertRole, isLastOffice, officesNow } from './roles.server';
import { grants, staff, staffRoles } from './schema.server';
import { endSessions } from './session.server';
import { normalUsername } from './username';

export interface NewStaff {
  readonly username: string;
  readonly name: string;
  readonly role: StaffRole;
  /** those that an office looks after; nothing: all */
  readonly venues?: Venues;
  readonly password: string;
  /** the office chose the password: the person chooses their own at the next sign-in */
  readonly mustChange: boolean;
}

/** Adds an account. */
export async function addStaff(writer: Writer, asked: NewStaff): Promise<Result<string, 'taken'>> {
  const passwordHash = await hashPassword(asked.password, writer.world);
  return writer.store.db.transaction(() => insertStaff(writer, { ...asked, passwordHash })).immediate();
}

/** The same within a transaction that is open, with the password already hashed. */
export function insertStaff(
  writer: Writer,
  asked: Omit<NewStaff, 'password'> & { passwordHash: string }
): Result<string, 'taken'> {
  const { store, world } = writer;
  const username = normalUsername(asked.username);
  if (staffNamed(store, username)) return err('taken');
  const [id, now] = [newId<'staff'>(world), world.now()];
  const { name, passwordHash, mustChange, role, venues = 'all' } = asked;
  store.orm.insert(staff).values({ id, username, name, passwordHash, mustChange, createdAt: now }).run();
  insertRole(writer, { staff: id, role, venues });
  noteDeed(writer, { action: 'staff.added', subject: `staff/${id}` });
  return ok(id);
}

/** The account of a username, in any spelling of capitals. */
export function staffNamed(store: Store, username: string) {
  return store.orm
    .select()
    .from(staff)
    .where(eq(staff.username, normalUsername(username)))
    .get();
}

/** Everybody with an account, in the order of names, each once with the highest role held now and an office's venues. */
export async function listStaff(store: Store) {
  const rows = store.orm
    .select({ person: staff, role: staffRoles.role })
    .from(staff)
    .innerJoin(staffRoles, and(eq(staffRoles.staff, staff.id), isNull(staffRoles.until)))
    .orderBy(asc(staff.name), asc(staff.id), asc(staffRoles.role))
    .all();
  const offices = officesNow(
    store,
    rows.filter(({ role }) => role === 'office').map(({ person }) => person.id)
  );
  return rows
    .filter(({ person }, at) => rows[at - 1]?.person.id !== person.id)
    .map(({ person: { id, username, name, mustChange, disabledAt }, role }) => ({
      id,
      username,
      name,
      role,
      venues: offices.get(id) ?? [],
      mustChange,
      disabled: disabledAt !== null
    }));
}

/** Changes one's own password and ends one's other sessions. */
export async function changePassword(
  writer: Writer,
  asked: { staffId: string; current: string; next: string; session: string | undefined }
): Promise<Result<void, 'wrong'>> {
  const { store, world } = writer;
  const person = store.orm.select().from(staff).where(eq(staff.id, asked.staffId)).get();
  if (!(await isPassword(asked.current, person?.passwordHash))) return err('wrong');
  const passwordHash = await hashPassword(asked.next, world);
  store.db
    .transaction(() => {
      store.orm.update(staff).set({ passwordHash, mustChange: false }).where(eq(staff.id, asked.staffId)).run();
      endSessions(writer, { staffId: asked.staffId, except: asked.session });
      noteDeed(writer, { action: 'password.changed', subject: `staff/${asked.staffId}` });
    })
    .immediate();
  return ok(undefined);
}

/** Gives somebody a first password, which they change at their next sign-in. Ends their sessions. */
export async function setFirstPassword(writer: Writer, asked: { staffId: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(asked.password, writer.world);
  const { store } = writer;
  store.db
    .transaction(() => {
      store.orm.update(staff).set({ passwordHash, mustChange: true }).where(eq(staff.id, asked.staffId)).run();
      endSessions(writer, { staffId: asked.staffId });
      spendLinksOf(writer, asked.staffId);
      noteDeed(writer, { action: 'password.given', subject: `staff/${asked.staffId}` });
    })
    .immediate();
}

/** Closes an account: its sessions end, its grants take nothing new. What it wrote before can still arrive. */
export async function disableStaff(writer: Writer, staffId: string): Promise<Result<void, 'last-office'>> {
  const { store, world } = writer;
  return store.db
    .transaction(() => {
      if (isLastOffice(store, staffId)) return err('last-office' as const);
      const now = world.now();
      store.orm
        .update(staff)
        .set({ disabledAt: now })
        .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)))
        .run();
      store.orm
        .update(grants)
        .set({ revokedAt: now })
        .where(and(eq(grants.staff, staffId), isNull(grants.revokedAt)))
        .run();
      endSessions(writer, { staffId });
      noteDeed(writer, { action: 'staff.disabled', subject: `staff/${staffId}` });
      return ok(undefined);
    })
    .immediate();
}

export async function enableStaff(writer: Writer, staffId: string): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      store.orm.update(staff).set({ disabledAt: null }).where(eq(staff.id, staffId)).run();
      noteDeed(writer, { action: 'staff.enabled', subject: `staff/${staffId}` });
    })
    .immediate();
}
