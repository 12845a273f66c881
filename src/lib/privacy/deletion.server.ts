import { eq } from 'drizzle-orm';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { World } from '$lib/base/world';
import { aliasesOf } from '$lib/club/aliases.server';
import { removeMember } from '$lib/club/members.server';
import { members } from '$lib/club/schema.server';
import { dayOf } from '$lib/club/zone';
import { noteDeleted, readDeleted } from '$lib/store/deleted-log.server';
import { dropOldPages } from '$lib/store/disk.server';
import type { Store } from '$lib/store/open.server';
import { personHash, rememberDeleted, type DeletedEvents } from '$lib/sync/deletion.server';
import type { EventLog } from '$lib/sync/log.server';
import { sealedPersons } from './schema.server';

/** What a person, or whoever asked for them, may keep: it names nobody. */
export interface Receipt extends Pick<DeletedEvents, 'progress' | 'learner' | 'marks'> {
  /** UTC milliseconds */
  readonly at: number;
  /** the beginning of the line in deleted.log */
  readonly number: string;
}

/**
 * Deletes a person (GDPR, article 17): name, groups, places, answers, notes. What stays is an id that names nobody, in
 * the lists of meetings and in the audit trail, and a hash in `DATA_DIR/deleted.log`. That line is on disk before the
 * deletion is: should the power fail in between, the next start deletes.
 */
export async function deletePerson(writer: Writer, log: EventLog, person: string): Promise<Receipt> {
  const { store, world } = writer;
  const at = world.now();
  // Entries that are read as this person are this person too.
  const people = [...aliasesOf(store, person), person];
  const found = remove(writer, log, {
    people,
    at,
    action: 'person.deleted',
    before: () => people.forEach((each) => noteDeleted(store.dataDir, { hash: personHash(each), at }))
  });
  return { at, number: personHash(person).slice(0, 12), ...found };
}

export interface Seal {
  readonly person: string;
  readonly firstName: string;
  readonly initial: string;
  readonly reason: string;
  /** plain date */
  readonly until: string;
}

/** The same but for a name, which is sealed until a day; deleted.log names the day, so that a restore seals again. */
export function sealPersons(writer: Writer, log: EventLog, { person, ...seal }: Seal): Receipt {
  const { store, world, by } = writer;
  const at = world.now();
  const people = [...aliasesOf(store, person), person];
  const found = remove(writer, log, {
    people,
    at,
    action: 'person.restricted',
    before() {
      for (const each of people) {
        store.orm
          .insert(sealedPersons)
          .values({ person: each, ...seal, sealedAt: at, by })
          .run();
        noteDeleted(store.dataDir, { hash: personHash(each), at, until: seal.until });
      }
    }
  });
  return { at, number: personHash(person).slice(0, 12), ...found };
}

/** Deletes or seals again whom deleted.log names and a restored backup brought back. How many those were. */
export function replayDeletions({ store, world }: { store: Store; world: World }, log: EventLog): number {
  const lines = readDeleted(store.dataDir);
  if (lines.size === 0) return 0;
  rememberDeleted(store.db, [...lines.keys()]);
  const today = dayOf(world.now());
  const writer: Writer = { store, world, by: 'deleted-log' };
  const back = peopleIn(store).filter((person) => lines.has(personHash(person)));
  const done = back.map((person) => {
    const { until } = lines.get(personHash(person)) ?? {};
    const isHeld = until !== undefined && until >= today;
    const name = store.orm.select().from(members).where(eq(members.id, person)).get();
    if (isHeld && name) sealPersons(writer, log, { ...nameOf(name), person, reason: '', until });
    else if (isHeld && isSealed(store, person)) return false;
    else remove(writer, log, { people: [person], at: world.now(), action: 'person.deleted', before: () => undefined });
    return true;
  });
  return done.filter(Boolean).length;
}

const nameOf = ({ firstName, initial }: Pick<Seal, 'firstName' | 'initial'>) => ({ firstName, initial });

function isSealed({ orm }: Store, person: string): boolean {
  return orm.select().from(sealedPersons).where(eq(sealedPersons.person, person)).get() !== undefined;
}

interface Removal {
  readonly people: readonly string[];
  readonly at: number;
  readonly action: 'person.deleted' | 'person.restricted';
  /** the last thing before the commit */
  readonly before: () => void;
}

function remove(writer: Writer, log: EventLog, removal: Removal): Omit<Receipt, 'at' | 'number'> {
  const { store } = writer;
  const found = store.db
    .transaction(() => {
      const deleted = removal.people.map((person) => removeOne(writer, log, { ...removal, person }));
      removal.before();
      return deleted;
    })
    .immediate();
  dropOldPages(store.db);
  const sum = (what: 'progress' | 'learner' | 'marks') => found.reduce((all, one) => all + one[what], 0);
  return { progress: sum('progress'), learner: sum('learner'), marks: sum('marks') };
}

function removeOne(
  writer: Writer,
  log: EventLog,
  { person, at, action }: Pick<Removal, 'at' | 'action'> & { person: string }
): DeletedEvents {
  const deleted = log.deletePerson(person, at);
  removeMember(writer.store, person);
  writer.store.orm.delete(sealedPersons).where(eq(sealedPersons.person, person)).run();
  noteDeed(writer, { action, subject: `person/${person}` });
  return deleted;
}

/** Everybody of whom the database still knows anything. */
function peopleIn({ db }: Store): string[] {
  return db
    .prepare<[], { person: string }>(
      `WITH known (stream) AS (
         SELECT stream FROM streams WHERE gone_at IS NULL UNION SELECT stream FROM held_events WHERE decided_at IS NULL
       )
       SELECT id AS person FROM members
       UNION SELECT person FROM sealed_persons
       UNION SELECT substr(stream, instr(stream, '/') + 1) FROM known WHERE stream GLOB 'progress/*' OR stream GLOB 'learner/*'
       ORDER BY person`
    )
    .all()
    .map(({ person }) => person);
}
