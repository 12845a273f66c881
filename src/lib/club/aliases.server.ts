import { and, asc, eq, isNull, notExists, type Column } from 'drizzle-orm';
import type { Store } from '$lib/store/open.server';
import { memberAliases, members } from './schema.server';

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

/** All ids under which something of a person may stand, whichever of them is asked for: the kept one first. */
export function everyIdOf(store: Store, person: string): readonly string[] {
  const kept = keptOfIn(store)(person);
  return [kept, ...aliasesOf(store, kept)];
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
