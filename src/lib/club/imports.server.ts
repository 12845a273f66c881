import { and, asc, count, desc, eq, isNull, ne, or } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import { hasHistory } from '$lib/sync/deletion.server';
import type { Store } from '$lib/store/open.server';
import { memberPictures } from '$lib/ui/pictures';
import type { ImportLine } from './import-people';
import { leave, removeMember } from './members.server';
import { atOneInstant } from './one-instant.server';
import {
  consents,
  importedMembers,
  memberAliases,
  memberImports,
  members,
  memberships,
  waiting
} from './schema.server';
import { endWaiting } from './waiting.server';

export interface Imported {
  readonly id: string;
  /** people taken in */
  readonly added: number;
  /** people who were known and joined a group */
  readonly joined: number;
}

/**
 * Takes in the lines that are new, and those of which the office said that they are somebody else (`different`, by
 * line). Who is known joins the group. All of it or nothing: one transaction.
 */
export async function takeImport(
  office: Writer,
  { lines, different }: { lines: readonly ImportLine[]; different: ReadonlySet<number> }
): Promise<Imported> {
  const writer = atOneInstant(office);
  const { store, world, by } = writer;
  return store.db
    .transaction(() => {
      const id = newId<'import'>(world);
      store.orm.insert(memberImports).values({ id, at: world.now(), by }).run();
      noteDeed(writer, { action: 'import.taken', subject: `import/${id}` });
      const hand = importHand(writer, id);
      let [added, joined] = [0, 0];
      for (const line of lines) {
        const isNew = line.verdict === 'new' || (isAsked(line) && different.has(line.line));
        if (isNew) hand.add(line);
        if (isNew) added++;
        else if (line.verdict === 'known' && line.same !== undefined && hand.join(line.same, line.group)) joined++;
      }
      return { id, added, joined };
    })
    .immediate();
}

/** Whether the office is asked about a line: it may be somebody's second entry. */
const isAsked = ({ verdict }: ImportLine): boolean => verdict === 'known' || verdict === 'twice';

/** Writes the lines of one import, by prepared statements: there may be thousands of them. */
function importHand(writer: Writer, id: string) {
  const { store, world } = writer;
  const now = world.now();
  const person = store.db.prepare(
    'INSERT INTO members (id, first_name, initial, picture, created_at) VALUES (?, ?, ?, ?, ?)'
  );
  const stay = store.db.prepare('INSERT INTO memberships (member, "group", "from") VALUES (?, ?, ?)');
  const line = store.db.prepare('INSERT INTO imported_members (import, member, "group", kind) VALUES (?, ?, ?, ?)');
  const isIn = store.db.prepare('SELECT 1 FROM memberships WHERE member = ? AND "group" = ? AND until IS NULL');
  const audit = store.db.prepare('INSERT INTO audit_lines (at, by, action, subject) VALUES (?, ?, ?, ?)');
  const note = (action: string, member: string) => audit.run(now, writer.by, action, `person/${member}`);
  const freePicture = pictureChooser(store);
  return {
    add({ firstName, initial, group }: ImportLine): void {
      const member = newId<'person'>(world);
      person.run(member, firstName, initial, freePicture(group), now);
      if (group !== '') stay.run(member, group, now);
      line.run(id, member, group, 'added');
      note('member.imported', member);
    },
    /** Whether they were not in that group before. */
    join(member: string, group: string): boolean {
      if (group === '' || isIn.get(member, group)) return false;
      stay.run(member, group, now);
      line.run(id, member, group, 'joined');
      endWaiting(writer, { member, group });
      note('member.joined', member);
      return true;
    }
  };
}

/** Gives each of a group the picture that fewest there have, so that a small group has no two alike. */
function pictureChooser({ orm }: Store): (group: string) => string {
  const rows = orm
    .select({ group: memberships.group, picture: members.picture })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.member))
    .where(isNull(memberships.until))
    .all();
  const used = new Map<string, Map<string, number>>();
  const take = (group: string, picture: string): void => {
    const own = used.get(group) ?? new Map<string, number>();
    used.set(group, own.set(picture, (own.get(picture) ?? 0) + 1));
  };
  for (const { group, picture } of rows) take(group, picture);
  return (group) => {
    const times = (picture: string): number => used.get(group)?.get(picture) ?? 0;
    const free = memberPictures.reduce((best, picture) => (times(picture) < times(best) ? picture : best));
    take(group, free);
    return free;
  };
}

/** The imports of this office, newest first: of all venues all of them, else one's own. */
export async function listImports({ orm }: Store, { at, by }: { at: Venues; by: string }) {
  const rows = orm
    .select({
      id: memberImports.id,
      at: memberImports.at,
      undoneAt: memberImports.undoneAt,
      people: count(importedMembers.member)
    })
    .from(memberImports)
    .leftJoin(importedMembers, eq(importedMembers.import, memberImports.id))
    .where(at === 'all' ? undefined : eq(memberImports.by, by))
    .groupBy(memberImports.id)
    .orderBy(desc(memberImports.at), desc(memberImports.id))
    .limit(20)
    .all();
  return rows.map(({ undoneAt, ...rest }) => ({ ...rest, undone: undoneAt !== null }));
}

export interface Undone {
  /** people who are gone again */
  readonly removed: number;
  /** first names of those who stay, because there is something of theirs by now */
  readonly stayed: readonly string[];
}

/**
 * Takes a whole import back: who came with it goes, and who joined a group by it leaves, and waits for a place again if
 * they did. Whoever has learned something, was marked at a meeting, was merged with another entry or joined another group
 * since stays as they are: an undo loses nothing.
 */
export async function undoImport(writer: Writer, id: string): Promise<Undone> {
  const { store, world } = writer;
  return store.db
    .transaction(() => {
      const isOpen = and(eq(memberImports.id, id), isNull(memberImports.undoneAt));
      const taken = store.orm.select().from(memberImports).where(isOpen).get();
      if (!taken) return { removed: 0, stayed: [] };
      const rows = store.orm
        .select({ imported: importedMembers, firstName: members.firstName })
        .from(importedMembers)
        .innerJoin(members, eq(members.id, importedMembers.member))
        .where(eq(importedMembers.import, id))
        .orderBy(asc(members.firstName), asc(members.id))
        .all();
      const stayed: string[] = [];
      let removed = 0;
      for (const { imported, firstName } of rows) {
        if (imported.kind === 'joined') leaveAgain(writer, { ...imported, at: taken.at });
        else if (isTouched(store, imported)) stayed.push(firstName);
        else {
          remove(writer, imported.member);
          removed++;
        }
      }
      store.orm.update(memberImports).set({ undoneAt: world.now() }).where(isOpen).run();
      noteDeed(writer, { action: 'import.undone', subject: `import/${id}` });
      return { removed, stayed };
    })
    .immediate();
}

interface ImportedMember {
  readonly import: string;
  readonly member: string;
  readonly group: string;
}

function isTouched(store: Store, { import: id, member, group }: ImportedMember): boolean {
  const elsewhere = and(eq(memberships.member, member), ne(memberships.group, group));
  const otherImport = and(eq(importedMembers.member, member), ne(importedMembers.import, id));
  const merged = and(
    or(eq(memberAliases.person, member), eq(memberAliases.kept, member)),
    isNull(memberAliases.undoneAt)
  );
  return (
    hasHistory(store.db, member) ||
    store.orm.select().from(memberAliases).where(merged).get() !== undefined ||
    store.orm.select().from(memberships).where(elsewhere).get() !== undefined ||
    store.orm.select().from(importedMembers).where(otherImport).get() !== undefined ||
    [waiting, consents].some((table) => store.orm.select().from(table).where(eq(table.member, member)).get())
  );
}

function remove(writer: Writer, member: string): void {
  removeMember(writer.store, member);
  noteDeed(writer, { action: 'member.import-undone', subject: `person/${member}` });
}

/** Ends a membership that an import began at an instant, and lets them wait for the place again that it gave them. */
function leaveAgain(writer: Writer, { member, group, at }: { member: string; group: string; at: number }): void {
  leave(writer, { member, group });
  writer.store.orm
    .update(waiting)
    .set({ until: null })
    .where(and(eq(waiting.member, member), eq(waiting.group, group), eq(waiting.until, at)))
    .run();
}
