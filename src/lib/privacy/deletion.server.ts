import { noteDeed, type Writer } from '$lib/audit/trail.server';
import type { World } from '$lib/base/world';
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
  const [at, hash] = [world.now(), personHash(person)];
  const { progress, learner, marks } = remove(writer, log, {
    person,
    at,
    before: () => noteDeleted(store.dataDir, { hash, at })
  });
  return { at, number: hash.slice(0, 12), progress, learner, marks };
}

/** Deletes again whom deleted.log names and a restored backup brought back. How many those were. */
export function replayDeletions({ store, world }: { store: Store; world: World }, log: EventLog): number {
  const hashes = readDeleted(store.dataDir);
  if (hashes.size === 0) return 0;
  rememberDeleted(store.db, [...hashes]);
  const back = peopleIn(store).filter((person) => hashes.has(personHash(person)));
  const writer: Writer = { store, world, by: 'deleted-log' };
  for (const person of back) remove(writer, log, { person, at: world.now(), before: () => undefined });
  return back.length;
}

interface Removal {
  readonly person: string;
  readonly at: number;
  /** the last thing before the commit */
  readonly before: () => void;
}

function remove(writer: Writer, log: EventLog, { person, at, before }: Removal): DeletedEvents {
  const { store } = writer;
  const found = store.db
    .transaction(() => {
      const deleted = log.deletePerson(person, at);
      removeMember(store, person);
      noteDeed(writer, { action: 'person.deleted', subject: `person/${person}` });
      before();
      return deleted;
    })
    .immediate();
  // Old pages stand in the write-ahead log until it is emptied.
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  return found;
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
