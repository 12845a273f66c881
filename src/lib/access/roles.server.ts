import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import type { Office, StaffRole, Venues } from './facts';
import { roleVenues, staff, staffRoles } from './schema.server';

interface Here {
  readonly store: Store;
  readonly world: World;
}

interface NewRole {
  readonly staff: string;
  readonly role: StaffRole;
  /** of an office; trainers have groups instead */
  readonly venues: Venues;
}

/** Gives a role from now on. Joins a transaction that is open. */
export function insertRole({ store, world }: Here, asked: NewRole & { from?: number }): void {
  const { staff: id, role, venues, from = world.now() } = asked;
  store.orm.insert(staffRoles).values({ staff: id, role, from }).run();
  for (const venue of venues === 'all' ? [] : new Set(venues))
    store.orm.insert(roleVenues).values({ staff: id, role, from, venue }).run();
}

/** The roles of people over time, with the venues that they are limited to. By staff member. */
export function rolesOf({ orm }: Store, ids: readonly string[]): Map<string, Office[]> {
  const held = orm
    .select()
    .from(staffRoles)
    .where(inArray(staffRoles.staff, [...ids]))
    .orderBy(asc(staffRoles.staff), asc(staffRoles.from), asc(staffRoles.role))
    .all();
  const limits = orm
    .select()
    .from(roleVenues)
    .where(inArray(roleVenues.staff, [...ids]))
    .orderBy(asc(roleVenues.staff), asc(roleVenues.from), asc(roleVenues.role), asc(roleVenues.venue))
    .all();
  const nameOf = (row: { staff: string; role: StaffRole; from: number }) => `${row.staff} ${row.role} ${row.from}`;
  const venues = Map.groupBy(limits, nameOf);
  const roles = new Map<string, Office[]>();
  for (const row of held) {
    const limit = venues.get(nameOf(row))?.map(({ venue }) => venue);
    const { role, from, until } = row;
    const one = { role, from, ...(until === null ? {} : { until }), ...(limit ? { venues: limit } : {}) };
    roles.set(row.staff, [...(roles.get(row.staff) ?? []), one]);
  }
  return roles;
}

/** The venues that each office looks after now; of who is none, nothing. */
export function officesNow(store: Store, ids: readonly string[]): Map<string, Venues> {
  const offices = new Map<string, Venues>();
  for (const [id, roles] of rolesOf(store, ids)) {
    const open = roles.find(({ role, until }) => role === 'office' && until === undefined);
    if (open) offices.set(id, open.venues ?? 'all');
  }
  return offices;
}

/** Says which venues an office looks after from now on. What it wrote before is judged by what held then. */
export async function setOfficeVenues(
  writer: Writer,
  { staffId, venues }: { staffId: string; venues: Venues }
): Promise<Result<void, 'last-office'>> {
  return writer.store.db
    .transaction(() => {
      if (venues !== 'all' && isLastOffice(writer.store, staffId)) return err('last-office' as const);
      holdOffice(writer, { staffId, venues });
      noteDeed(writer, { action: 'staff.venues-changed', subject: `staff/${staffId}` });
      return ok(undefined);
    })
    .immediate();
}

/** Makes somebody the office of these venues, whatever they were before. Joins a transaction that is open. */
export function holdOffice({ store, world }: Here, { staffId, venues }: { staffId: string; venues: Venues }): void {
  const open = and(eq(staffRoles.staff, staffId), eq(staffRoles.role, 'office'), isNull(staffRoles.until));
  const before = store.orm.select().from(staffRoles).where(open).get();
  // A role is named by its beginning: two never begin in the same millisecond.
  const from = before ? Math.max(world.now(), before.from + 1) : world.now();
  store.orm.update(staffRoles).set({ until: from }).where(open).run();
  insertRole({ store, world }, { staff: staffId, role: 'office', venues, from });
}

/** The ids of those who can sign in as the office of all venues now: without one, nobody could make another. */
export function openOffices(store: Store): string[] {
  return store.orm
    .selectDistinct({ id: staff.id })
    .from(staff)
    .innerJoin(staffRoles, and(eq(staffRoles.staff, staff.id), eq(staffRoles.role, 'office'), isNull(staffRoles.until)))
    .leftJoin(
      roleVenues,
      and(eq(roleVenues.staff, staff.id), eq(roleVenues.role, 'office'), eq(roleVenues.from, staffRoles.from))
    )
    .where(and(isNull(staff.disabledAt), isNull(roleVenues.venue)))
    .orderBy(asc(staff.id))
    .all()
    .map(({ id }) => id);
}

export function isLastOffice(store: Store, staffId: string): boolean {
  const open = openOffices(store);
  return open.length === 1 && open[0] === staffId;
}
