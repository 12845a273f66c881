import { and, asc, eq, isNull, notExists, type Column } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import { memberAliases, members, memberships } from './schema.server';

/** The condition that a column names somebody who is not read as another person. */
export function isHerself({ orm }: Store, column: Column) {
  return notExists(
    orm
      .select()
      .from(memberAliases)
      .where(and(eq(memberAliases.person, column), isNull(memberAliases.undoneAt)))
  );
}

/** Who is read as whom, in order of merging; `keptOf` follows through others. */
function readAs({ orm }: Store) {
  const rows = orm
    .select({ person: memberAliases.person, kept: memberAliases.kept })
    .from(memberAliases)
    .where(isNull(memberAliases.undoneAt))
    .orderBy(asc(memberAliases.mergedAt), asc(memberAliases.person))
    .all();
  const next = new Map(rows.map(({ person, kept }) => [person, kept]));
  const keptOf = (person: string): string => {
    const kept = next.get(person);
    return kept === undefined ? person : keptOf(kept);
  };
  return { persons: rows.map(({ person }) => person), keptOf };
}

/** Answers whom an id is read as: itself, unless it was merged with another. */
export const keptOfIn = (store: Store): ((person: string) => string) => readAs(store).keptOf;

/** By the person who is kept, everybody who is read as them, also through others. */
export function aliasesByKept(store: Store): ReadonlyMap<string, readonly string[]> {
  const { persons, keptOf } = readAs(store);
  return Map.groupBy(persons, keptOf);
}

/** Everybody who is read as a person. */
export const aliasesOf = (store: Store, kept: string): readonly string[] => aliasesByKept(store).get(kept) ?? [];

interface Pair {
  /** whose entry goes from the lists */
  readonly person: string;
  readonly kept: string;
}

/**
 * Makes two entries one person. Nothing that was written changes: the other's memberships stay too, so that a tablet that
 * still knows the other can hand in what was done there. `kept` joins their groups. Neither may be an alias already.
 */
export async function mergeMembers(writer: Writer, { person, kept }: Pair): Promise<Result<void, 'gone'>> {
  const { store, world } = writer;
  return store.db
    .transaction(() => {
      const isFree = (id: string) =>
        store.orm
          .select()
          .from(members)
          .where(and(eq(members.id, id), isHerself(store, members.id)))
          .get() !== undefined;
      if (person === kept || !isFree(person) || !isFree(kept)) return err('gone' as const);
      const mergedAt = world.now();
      store.orm.insert(memberAliases).values({ person, kept, mergedAt }).run();
      const groupsOf = (id: string) =>
        store.orm
          .select({ group: memberships.group })
          .from(memberships)
          .where(and(eq(memberships.member, id), isNull(memberships.until)))
          .all()
          .map(({ group }) => group);
      const own = new Set(groupsOf(kept));
      for (const group of groupsOf(person).filter((each) => !own.has(each)))
        store.orm.insert(memberships).values({ member: kept, group, from: mergedAt }).run();
      for (const id of [person, kept]) noteDeed(writer, { action: 'member.merged', subject: `person/${id}` });
      return ok(undefined);
    })
    .immediate();
}

/** Makes them two again. The kept person leaves the groups that came with it. */
export async function splitMembers(writer: Writer, { person, kept }: Pair): Promise<void> {
  const { store, world } = writer;
  store.db
    .transaction(() => {
      const pair = and(eq(memberAliases.person, person), eq(memberAliases.kept, kept), isNull(memberAliases.undoneAt));
      const found = store.orm.select().from(memberAliases).where(pair).get();
      if (!found) return;
      store.orm.update(memberAliases).set({ undoneAt: world.now() }).where(pair).run();
      const came = and(eq(memberships.member, kept), eq(memberships.from, found.mergedAt), isNull(memberships.until));
      store.orm.update(memberships).set({ until: world.now() }).where(came).run();
      for (const id of [person, kept]) noteDeed(writer, { action: 'member.split', subject: `person/${id}` });
    })
    .immediate();
}

/** Those who were merged into a person, with their names. */
export async function mergedInto({ orm }: Store, kept: string) {
  return orm
    .select({
      id: members.id,
      firstName: members.firstName,
      initial: members.initial,
      picture: members.picture,
      mergedAt: memberAliases.mergedAt
    })
    .from(memberAliases)
    .innerJoin(members, eq(members.id, memberAliases.person))
    .where(and(eq(memberAliases.kept, kept), isNull(memberAliases.undoneAt)))
    .orderBy(asc(memberAliases.mergedAt), asc(members.id))
    .all();
}
