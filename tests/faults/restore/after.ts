import { openStore, type Store } from '$lib/store/open.server';
import { stateOfLog } from '../../support/sound-log';
import type { SyncEvent } from '$lib/sync/event';
import type { KeepingTablet } from './tablet';

/** What the run knows must be true of the database that came back. */
export interface Expected {
  readonly tablets: readonly KeepingTablet[];
  /** deleted after the backup, and named by the copy of deleted.log */
  readonly deleted: string;
  /** deleted after the backup and after that copy: tablets alone remember */
  readonly remembered: string;
  /** taken in after the backup: the restored database does not know them */
  readonly newcomer: string;
}

/** Looks at the database before the office has decided anything. */
export async function faultsBefore(dataDir: string, expected: Expected): Promise<string[]> {
  const { events, faults } = await stateOfLog(dataDir);
  const { deleted, remembered, newcomer, tablets } = expected;
  const store = openStore({ dataDir });
  try {
    const logged = new Set(events.map(({ id }) => id));
    const held = idsIn(store, "SELECT id FROM held_events WHERE reason = 'unknown-stream' AND decided_at IS NULL");
    const kept = await keptBy(tablets);
    const [late, known] = [
      kept.filter(({ stream }) => isOf(newcomer, stream)),
      kept.filter(({ stream }) => !isOf(newcomer, stream))
    ];
    const rest = events.filter(({ stream }) => isOf(deleted, stream));
    const withheld = idsIn(store, 'SELECT stream AS id FROM reported_streams WHERE decided_at IS NULL');
    return [
      ...faults,
      ...known
        .filter(({ id }) => !logged.has(id))
        .map(({ id, stream }) => `${id} of ${stream} is kept by a tablet and missing`),
      ...late.filter(({ id }) => !held.has(id)).map(({ id }) => `${id} of the newcomer does not wait for the office`),
      ...[...held].filter((id) => !late.some((event) => event.id === id)).map((id) => `${id} waits for no reason`),
      ...rest.map(({ id }) => `${id} of a deleted person is back`),
      ...(idsIn(store, 'SELECT id FROM members').has(deleted) ? ['A deleted person is a member again'] : []),
      ...(withheld.has(`progress/${remembered}`)
        ? []
        : ['The office is not asked about a person whom tablets remember as deleted']),
      ...(late.length === 0 || known.length === 0 ? ['The run proves nothing: no tablet kept anything'] : [])
    ];
  } finally {
    store.close();
  }
}

/** Looks at the database after the office has made the newcomer again, accepted, and deleted whom tablets remember. */
export async function faultsAfter(dataDir: string, { tablets, newcomer, remembered }: Expected): Promise<string[]> {
  const { events, faults } = await stateOfLog(dataDir);
  const logged = new Set(events.map(({ id }) => id));
  const late = (await keptBy(tablets)).filter(({ stream }) => isOf(newcomer, stream));
  return [
    ...faults,
    ...late.filter(({ id }) => !logged.has(id)).map(({ id }) => `${id} was accepted by the office and is missing`),
    ...events.filter(({ stream }) => isOf(remembered, stream)).map(({ id }) => `${id} was deleted again and is there`)
  ];
}

function isOf(person: string, stream: string): boolean {
  return stream === `progress/${person}` || stream === `learner/${person}`;
}

function idsIn({ db }: Store, sql: string): Set<string> {
  return new Set(
    db
      .prepare<[], { id: string }>(sql)
      .all()
      .map(({ id }) => id)
  );
}

/** Everything that the tablets still have. */
export async function keptBy(tablets: readonly KeepingTablet[]): Promise<SyncEvent[]> {
  return (await Promise.all(tablets.map((tablet) => tablet.kept()))).flat();
}
