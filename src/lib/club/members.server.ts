import { and, asc, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { isAmong } from '$lib/access/office-venues';
import { loginCards, ownDevices, pictureCodes, staff } from '$lib/access/schema.server';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import type { Store } from '$lib/store/open.server';
import { isHerself } from './aliases.server';
import { ofVenues } from './at-venues.server';
import {
  consents,
  groups,
  importedMembers,
  memberCorrections,
  memberAliases,
  memberPhones,
  members,
  memberships,
  tabletLoans,
  waiting
} from './schema.server';
import { endWaiting } from './waiting.server';

export interface MemberText {
  readonly firstName: string;
  /** first letter of the family name, or nothing */
  readonly initial: string;
  readonly picture: string;
}

/** The members of a group now, in the order of names. */
export async function membersOfGroup(store: Store, group: string) {
  return store.orm
    .select({ id: members.id, firstName: members.firstName, initial: members.initial, picture: members.picture })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.member))
    .where(and(eq(memberships.group, group), isNull(memberships.until), isHerself(store, members.id)))
    .orderBy(asc(members.firstName), asc(members.initial), asc(members.id))
    .all();
}

/**
 * Everybody of these venues, in the order of names, with the groups there that they are in now, and whether they are in
 * one elsewhere as well.
 */
export async function listMembers(store: Store, at: Venues) {
  return membersAt(store, { at });
}

function membersAt(store: Store, { at, id: asked }: { readonly at: Venues; readonly id?: string }) {
  const isAsked = asked === undefined ? undefined : eq(members.id, asked);
  const rows = store.orm
    .select({ member: members, group: memberships.group, venue: groups.venue })
    .from(members)
    .leftJoin(memberships, and(eq(memberships.member, members.id), isNull(memberships.until)))
    .leftJoin(groups, eq(groups.id, memberships.group))
    .where(and(isAsked, ofVenues(store, members.id, at), isHerself(store, members.id)))
    .orderBy(asc(members.firstName), asc(members.initial), asc(members.id), asc(memberships.group))
    .all();
  const byId = Map.groupBy(rows, ({ member }) => member.id);
  return [...byId.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { id, firstName, initial, picture } = first.member;
    const here = own.filter(({ venue }) => venue !== null && isAmong(at, venue));
    const elsewhere = own.some(({ venue }) => venue !== null && !isAmong(at, venue));
    return [{ id, firstName, initial, picture, groups: here.flatMap(({ group }) => group ?? []), elsewhere }];
  });
}

/** How many people these venues have. */
export function countMembers(store: Store, at: Venues): number {
  const counted = and(ofVenues(store, members.id, at), isHerself(store, members.id));
  return store.orm.select({ people: count() }).from(members).where(counted).get()?.people ?? 0;
}

/** The names of some people, by id; those who were deleted have none. */
export function namesOf({ orm }: Store, people: readonly string[]) {
  const rows = orm
    .select({ id: members.id, firstName: members.firstName, initial: members.initial })
    .from(members)
    .where(inArray(members.id, [...people]))
    .orderBy(asc(members.id))
    .all();
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

/** One of the people of these venues, as the list has them. */
export async function findMember(store: Store, id: string, at: Venues) {
  return membersAt(store, { at, id })[0];
}

interface NewMember extends MemberText {
  readonly group?: string;
  /** of a guest: the id that their marks stand under */
  readonly id?: string;
}

/** Adds a person and, if a group is named, makes them its member. */
export async function addMember(writer: Writer, { group, id: known, ...text }: NewMember): Promise<string> {
  const { store, world } = writer;
  return store.db
    .transaction(() => {
      const id = known ?? newId<'person'>(world);
      store.orm
        .insert(members)
        .values({ id, ...text, createdAt: world.now() })
        .run();
      noteDeed(writer, { action: 'member.added', subject: `person/${id}` });
      if (group !== undefined) enterGroup(writer, { member: id, group });
      return id;
    })
    .immediate();
}

/** Corrects what a person is called. What stood there before stays with them, with who changed it. */
export async function changeMember(writer: Writer, { id, ...text }: MemberText & { id: string }): Promise<void> {
  const { store, world, by } = writer;
  store.db
    .transaction(() => {
      const before = store.orm.select().from(members).where(eq(members.id, id)).get();
      if (!before || isSame(before, text)) return;
      const { firstName, initial, picture } = before;
      store.orm
        .insert(memberCorrections)
        .values({ member: id, at: world.now(), by, firstName, initial, picture })
        .run();
      store.orm.update(members).set(text).where(eq(members.id, id)).run();
      noteDeed(writer, { action: 'member.changed', subject: `person/${id}` });
    })
    .immediate();
}

const isSame = (one: MemberText, other: MemberText): boolean =>
  one.firstName === other.firstName && one.initial === other.initial && one.picture === other.picture;

/** What a person was called before, the latest first, each with who changed it and when. */
export async function correctionsOf({ orm }: Store, member: string) {
  return orm
    .select({ correction: memberCorrections, who: staff.name })
    .from(memberCorrections)
    .leftJoin(staff, eq(memberCorrections.by, sql`'staff/' || ${staff.id}`))
    .where(eq(memberCorrections.member, member))
    .orderBy(desc(memberCorrections.at), desc(memberCorrections.id))
    .all()
    .map(({ correction: { id, at, firstName, initial, picture }, who }) => ({
      ...{ id, at, firstName, initial, picture },
      who: who ?? undefined
    }));
}

/** Makes somebody a member of a group from now on; nothing happens if they are. */
export async function joinGroup(writer: Writer, stay: { member: string; group: string }): Promise<void> {
  writer.store.db.transaction(() => enterGroup(writer, stay)).immediate();
}

/** The same within a transaction that is open. */
export function enterGroup(writer: Writer, { member, group }: { member: string; group: string }): void {
  const { store, world } = writer;
  const now = and(eq(memberships.member, member), eq(memberships.group, group), isNull(memberships.until));
  if (store.orm.select().from(memberships).where(now).get()) return;
  store.orm.insert(memberships).values({ member, group, from: world.now() }).run();
  endWaiting(writer, { member, group });
  noteDeed(writer, { action: 'member.joined', subject: `person/${member}` });
}

/** Ends a membership now. What was learned stays with the person. */
export async function leaveGroup(writer: Writer, stay: { member: string; group: string }): Promise<void> {
  writer.store.db.transaction(() => leave(writer, stay)).immediate();
}

/** The same within a transaction that is open. */
export function leave(writer: Writer, { member, group }: { member: string; group: string }): void {
  const { store, world } = writer;
  store.orm
    .update(memberships)
    .set({ until: world.now() })
    .where(and(eq(memberships.member, member), eq(memberships.group, group), isNull(memberships.until)))
    .run();
  noteDeed(writer, { action: 'member.left', subject: `person/${member}` });
}

/** What a name tile shows of one person. */
export function memberText(store: Store, id: string) {
  const { firstName, initial, picture } = members;
  return store.orm
    .select({ id: members.id, firstName, initial, picture })
    .from(members)
    .where(eq(members.id, id))
    .get();
}

/** Takes a person out of all groups and out of the list, within the transaction that deletes the rest of them. */
export function removeMember({ orm }: Store, member: string): void {
  orm
    .delete(memberAliases)
    .where(or(eq(memberAliases.person, member), eq(memberAliases.kept, member)))
    .run();
  orm.delete(importedMembers).where(eq(importedMembers.member, member)).run();
  orm.delete(memberships).where(eq(memberships.member, member)).run();
  for (const table of [
    waiting,
    consents,
    memberPhones,
    memberCorrections,
    tabletLoans,
    loginCards,
    ownDevices,
    pictureCodes
  ])
    orm.delete(table).where(eq(table.member, member)).run();
  orm.delete(members).where(eq(members.id, member)).run();
}
