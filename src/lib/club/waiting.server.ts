import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { Store } from '$lib/store/open.server';
import { isHerself } from './aliases.server';
import { members, memberships, waiting } from './schema.server';

interface Place {
  readonly member: string;
  readonly group: string;
}

/** Who waits for a place in a group, who has waited longest first. */
export async function waitingFor(store: Store, group: string) {
  return store.orm
    .select({ id: members.id, firstName: members.firstName, initial: members.initial, picture: members.picture })
    .from(waiting)
    .innerJoin(members, eq(members.id, waiting.member))
    .where(and(eq(waiting.group, group), isNull(waiting.until), isHerself(store, waiting.member)))
    .orderBy(asc(waiting.from), asc(members.id))
    .all();
}

/** By group: how many wait. */
export function waitingByGroup(store: Store): Map<string, number> {
  const rows = store.orm
    .select({ group: waiting.group, size: count() })
    .from(waiting)
    .where(and(isNull(waiting.until), isHerself(store, waiting.member)))
    .groupBy(waiting.group)
    .orderBy(asc(waiting.group))
    .all();
  return new Map(rows.map(({ group, size }) => [group, size]));
}

/** Puts somebody at the end of a group's waiting list. Nothing happens if they wait already or are in the group. */
export async function waitForPlace(writer: Writer, place: Place): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      if (isWaiting(store, place) || isIn(store, place)) return;
      store.orm
        .insert(waiting)
        .values({ ...place, from: world.now() })
        .run();
      noteDeed(writer, { action: 'waiting.began', subject: `person/${place.member}` });
    })
    .immediate();
}

/** Takes somebody off a group's waiting list. */
export async function giveUpPlace(writer: Writer, place: Place): Promise<void> {
  writer.store.db.transaction(() => endWaiting(writer, place)).immediate();
}

/** The same within a transaction that is open: who gets a place no longer waits for it. */
export function endWaiting(writer: Writer, place: Place): void {
  const { store, world } = writer;
  if (!isWaiting(store, place)) return;
  store.orm.update(waiting).set({ until: world.now() }).where(waitsFor(place)).run();
  noteDeed(writer, { action: 'waiting.ended', subject: `person/${place.member}` });
}

/** Within the transaction that lets a group go on as another: whoever waits for the one waits for the other, as long already. */
export function takeQueue({ store }: Writer, { from: group, to }: { from: string; to: string }): void {
  const queue = store.orm
    .select()
    .from(waiting)
    .where(and(eq(waiting.group, group), isNull(waiting.until), isHerself(store, waiting.member)))
    .all();
  for (const { member, from } of queue)
    if (!isIn(store, { member, group: to })) store.orm.insert(waiting).values({ member, group: to, from }).run();
}

interface Pair {
  readonly person: string;
  readonly kept: string;
}

/**
 * Within the transaction that merges two entries: `kept` waits where the other waited, as long already, but for groups in
 * which they are. What the other's entry says stays.
 */
export function takeOverWaiting({ store }: Writer, { person, kept }: Pair): void {
  for (const { group, from } of openPlaces(store, person)) {
    const place = { member: kept, group };
    if (!isWaiting(store, place) && !isIn(store, place))
      store.orm
        .insert(waiting)
        .values({ ...place, from })
        .onConflictDoNothing()
        .run();
  }
}

/** The other way, within the transaction that makes them two again: `kept` no longer waits in the other's place. */
export function handBackWaiting({ store, world }: Writer, { person, kept }: Pair): void {
  for (const { group, from } of openPlaces(store, person))
    store.orm
      .update(waiting)
      .set({ until: world.now() })
      .where(and(waitsFor({ member: kept, group }), eq(waiting.from, from)))
      .run();
}

const openPlaces = ({ orm }: Store, member: string) =>
  orm
    .select()
    .from(waiting)
    .where(and(eq(waiting.member, member), isNull(waiting.until)))
    .orderBy(asc(waiting.from), asc(waiting.group))
    .all();

const waitsFor = ({ member, group }: Place) =>
  and(eq(waiting.member, member), eq(waiting.group, group), isNull(waiting.until));

function isWaiting(store: Store, place: Place): boolean {
  return store.orm.select().from(waiting).where(waitsFor(place)).get() !== undefined;
}

function isIn(store: Store, { member, group }: Place): boolean {
  const now = and(eq(memberships.member, member), eq(memberships.group, group), isNull(memberships.until));
  return store.orm.select().from(memberships).where(now).get() !== undefined;
}
