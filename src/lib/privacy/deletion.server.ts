import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { World } from '$lib/base/world';
import { aliasesOf } from '$lib/club/aliases.server';
import { removeMember } from '$lib/club/members.server';
import { noteDeleted, readDeleted } from '$lib/store/deleted-log.server';
import type { Store } from '$lib/store/open.server';
import { personHash, rememberDeleted, type DeletedEvents } from '$lib/sync/deletion.server';
import type { EventLog } from '$lib/sync/log.server';

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
    before: () => people.forEach((each) => noteDeleted(store.dataDir, { hash: personHash(each), at }))
  });
  return { at, number: personHash(person).slice(0, 12), ...found };
}

/** Deletes again whom deleted.log names and a restored backup brought back. How many those were. */
export function replayDeletions({ store, world }: { store: Store; world: World }, log: EventLog): number {
  const hashes = readDeleted(store.dataDir);
  if (hashes.size === 0) return 0;
  rememberDeleted(store.db, [...hashes]);
  const back = peopleIn(store).filter((person) => hashes.has(personHash(person)));
  const writer: Writer = { store, world, by: 'deleted-log' };
  for (const person of back) remove(writer, log, { people: [person], at: world.now(), before: () => undefined });
  return back.length;
}

interface Removal {
  readonly people: readonly string[];
  readonly at: number;
  /** the last thing before the commit */
  readonly before: () => void;
}

function remove(writer: Writer, log: EventLog, { people, at, before }: Removal): Omit<Receipt, 'at' | 'number'> {
  const { store } = writer;
  const found = store.db
    .transaction(() => {
      const deleted = people.map((person) => removeOne(writer, log, { person, at }));
      before();
      return deleted;
    })
    .immediate();
  // Old pages stand in the write-ahead log until it is emptied.
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  const sum = (what: 'progress' | 'learner' | 'marks') => found.reduce((all, one) => all + one[what], 0);
  return { progress: sum('progress'), learner: sum('learner'), marks: sum('marks') };
}

function removeOne(writer: Writer, log: EventLog, { person, at }: { person: string; at: number }): DeletedEvents {
  const deleted = log.deletePerson(person, at);
  removeMember(writer.store, person);
  noteDeed(writer, { action: 'person.deleted', subject: `person/${person}` });
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
       UNION SELECT substr(stream, instr(stream, '/') + 1) FROM known WHERE stream GLOB 'progress/*' OR stream GLOB 'learner/*'
       ORDER BY person`
    )
    .all()
    .map(({ person }) => person);
}
