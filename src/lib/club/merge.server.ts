import { and, eq, isNull } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { err, ok, type Result } from '$lib/base/result';
import { isHerself } from './aliases.server';
import { memberAliases, members, memberships } from './schema.server';
import { endWaiting, handBackWaiting, takeOverWaiting } from './waiting.server';

interface Pair {
  /** whose entry goes from the lists */
  readonly person: string;
  readonly kept: string;
}

/**
 * Makes two entries one person. Nothing that was written changes: the other's memberships stay too, so that a tablet that
 * still knows the other can hand in what was done there. `kept` joins their groups and waits in their place. Neither may be
 * an alias already.
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
      for (const group of groupsOf(person).filter((each) => !own.has(each))) {
        store.orm.insert(memberships).values({ member: kept, group, from: mergedAt }).run();
        endWaiting(writer, { member: kept, group });
      }
      takeOverWaiting(writer, { person, kept });
      for (const id of [person, kept]) noteDeed(writer, { action: 'member.merged', subject: `person/${id}` });
      return ok(undefined);
    })
    .immediate();
}

/** Makes them two again. The kept person leaves the groups, and the waiting lists, that came with it. */
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
      handBackWaiting(writer, { person, kept });
      for (const id of [person, kept]) noteDeed(writer, { action: 'member.split', subject: `person/${id}` });
    })
    .immediate();
}
