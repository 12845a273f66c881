import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { staff } from '$lib/access/schema.server';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import type { Store } from '$lib/store/open.server';
import { audiences, type Audience } from '$lib/content/lesson';
import { isHerself } from './aliases.server';
import { atVenues } from './at-venues.server';
import { assignments, groups, memberships, venues } from './schema.server';
import { waitingByGroup } from './waiting.server';

export interface GroupText {
  readonly name: string;
  readonly venue: string;
  /** id of a course, or nothing */
  readonly course: string;
  /** whom it is meant for, or nothing */
  readonly audience?: string;
  /** how many can take part; nothing where nobody has said */
  readonly capacity?: number | undefined;
  /** ids of staff */
  readonly trainers: readonly string[];
}

/** The groups of venues with trainers and number of members, in the order of names; closed ones last. */
export async function listGroups(store: Store, at: Venues) {
  const rows = store.orm
    .select({ group: groups, venueName: venues.name })
    .from(groups)
    .innerJoin(venues, eq(venues.id, groups.venue))
    .where(atVenues(groups.venue, at))
    .orderBy(asc(groups.closedAt), asc(groups.name), asc(groups.id))
    .all();
  const [trainers, sizes, queues] = [trainersByGroup(store), sizeByGroup(store), waitingByGroup(store)];
  return rows.map(({ group: { id, name, venue, course, audience, capacity, closedAt }, venueName }) => ({
    id,
    name,
    venue,
    venueName,
    course: course ?? '',
    audience: audienceIn(audience),
    capacity: capacity ?? undefined,
    closed: closedAt !== null,
    trainers: trainers.get(id) ?? [],
    members: sizes.get(id) ?? 0,
    waiting: queues.get(id) ?? 0
  }));
}

/** Those that are not closed. */
export async function listOpenGroups(store: Store, at: Venues) {
  return (await listGroups(store, at)).filter(({ closed }) => !closed);
}

export type ListedGroup = Awaited<ReturnType<typeof listGroups>>[number];

export async function findGroup(store: Store, id: string, at: Venues): Promise<ListedGroup | undefined> {
  return (await listGroups(store, at)).find((group) => group.id === id);
}

function trainersByGroup(store: Store): Map<string, { id: string; name: string }[]> {
  const rows = store.orm
    .select({ group: assignments.group, id: staff.id, name: staff.name })
    .from(assignments)
    .innerJoin(staff, eq(staff.id, assignments.staff))
    .where(isNull(assignments.until))
    .orderBy(asc(staff.name), asc(staff.id))
    .all();
  return Map.groupBy(rows, ({ group }) => group);
}

function sizeByGroup(store: Store): Map<string, number> {
  const rows = store.orm
    .select({ group: groups.id, size: count() })
    .from(groups)
    // Crossed, so that SQLite goes from the few groups to their members by index, and not the other way round.
    .crossJoin(memberships)
    .where(and(eq(memberships.group, groups.id), isNull(memberships.until), isHerself(store, memberships.member)))
    .groupBy(groups.id)
    .orderBy(asc(groups.id))
    .all();
  return new Map(rows.map(({ group, size }) => [group, size]));
}

function audienceIn(text: string): Audience | '' {
  return audiences.find((audience) => audience === text) ?? '';
}

/** Whether a group has no free place; where nobody has said how many there are, there always is one. */
export const isFull = ({ capacity, members }: Pick<ListedGroup, 'capacity' | 'members'>): boolean =>
  capacity !== undefined && members >= capacity;

export async function addGroup(writer: Writer, text: GroupText): Promise<string> {
  return writer.store.db.transaction(() => insertGroup(writer, text)).immediate();
}

/** The same within a transaction that is open. */
export function insertGroup(writer: Writer, { trainers, ...text }: GroupText): string {
  const { store, world } = writer;
  const id = newId<'group'>(world);
  store.orm
    .insert(groups)
    .values({ id, ...columnsOf(text), createdAt: world.now() })
    .run();
  assign(writer, { group: id, trainers });
  noteDeed(writer, { action: 'group.added', subject: `group/${id}` });
  return id;
}

export async function changeGroup(writer: Writer, { id, ...text }: GroupText & { id: string }): Promise<void> {
  const { store } = writer;
  store.db
    .transaction(() => {
      const { trainers, ...rest } = text;
      store.orm.update(groups).set(columnsOf(rest)).where(eq(groups.id, id)).run();
      assign(writer, { group: id, trainers });
      noteDeed(writer, { action: 'group.changed', subject: `group/${id}` });
    })
    .immediate();
}

const columnsOf = ({ name, venue, course, audience = '', capacity }: Omit<GroupText, 'trainers'>) => ({
  name,
  venue,
  course: course || null,
  audience,
  capacity: capacity ?? null
});

/** Makes exactly these people the trainers from now on. Past assignments stay: marks are judged by them. */
function assign({ store, world }: Writer, { group, trainers }: { group: string; trainers: readonly string[] }): void {
  const now = world.now();
  const open = and(eq(assignments.group, group), isNull(assignments.until));
  const before = store.orm
    .select({ staff: assignments.staff })
    .from(assignments)
    .where(open)
    .all()
    .map(({ staff }) => staff);
  const left = before.filter((id) => !trainers.includes(id));
  if (left.length > 0)
    store.orm
      .update(assignments)
      .set({ until: now })
      .where(and(open, inArray(assignments.staff, left)))
      .run();
  for (const id of new Set(trainers)) {
    if (!before.includes(id))
      store.orm.insert(assignments).values({ staff: id, group, from: now }).onConflictDoNothing().run();
  }
}

/** Closes a group or opens it again: it leaves tablets and lists, its members and meetings stay. */
export async function setGroupClosed(writer: Writer, { id, closed }: { id: string; closed: boolean }): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      store.orm
        .update(groups)
        .set({ closedAt: closed ? world.now() : null })
        .where(eq(groups.id, id))
        .run();
      noteDeed(writer, { action: closed ? 'group.closed' : 'group.opened', subject: `group/${id}` });
    })
    .immediate();
}
