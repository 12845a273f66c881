import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { beginning, nextBatchIn, requestIn, type Batch, type Place, type UnsentReading } from './batch';
import { inTurn } from './in-turn.browser';
import { countsOf } from './outbox-counts';
import { endOf } from './round-end';
import type { Cursor, DeviceState, OutboxEntry } from './shelf';
import type { TaggedSnapshot } from './snapshot';
import type { Transport } from './transport';
import { largestBatch } from './wire';

/** The database as dexie-shelf.browser.ts makes it, as far as it is read here. */
interface Kept extends DBSchema {
  outbox: { key: number; value: OutboxEntry; indexes: { '[state+order]': [string, number] } };
  cursors: { key: string; value: Cursor };
  device: { key: string; value: { value: DeviceState } };
  snapshot: { key: string; value: { value: TaggedSnapshot } };
}

/**
 * Delivers when no page exchanges. It keeps no page waiting in turn: its own turn is over before anything is sent, since
 * the server takes an event that both send once.
 */
export async function deliverAfterPages(locks: LockManager, work: () => Promise<void>): Promise<void> {
  await inTurn(locks, async () => undefined);
  await work();
}

/**
 * Sends what waits, for a service worker that is woken after the last page was closed. It writes nothing: the answers
 * are for the next page, which offers the same events once more, and the server takes each event once. So no page's
 * database is ever changed behind its back, and the worker needs neither the engine nor the rooms.
 * @throws when the server cannot be reached now: the browser wakes the worker again
 */
export async function deliver(name: string, transport: Transport): Promise<void> {
  const db = await openKept(name);
  if (db === undefined) return;
  try {
    const device = (await db.get('device', 'only'))?.value;
    if (device !== undefined) await sendAll({ tx: readingOf(db), device, transport });
  } finally {
    db.close();
  }
}

interface Sending {
  readonly tx: UnsentReading;
  readonly device: DeviceState;
  readonly transport: Transport;
}

async function sendAll({ tx, device, transport }: Sending): Promise<void> {
  let place: Place | undefined = beginning;
  let sent = 0;
  while (place !== undefined) {
    const { entries, next }: Batch = await nextBatchIn(tx, place, largestBatch);
    if (entries.length === 0) return;
    const request = await requestIn(tx, device, entries);
    // What went before is in the outbox still, but with the server.
    const left = Math.max(0, (request.left ?? 0) - sent);
    const reply = await transport(JSON.stringify({ ...request, left }));
    if (!reply.ok) {
      if (endOf(reply.error).end === 'again') throw new Error(`The server cannot be reached (${reply.error.status})`);
      // Whatever else it is, a page finds out and tells a person.
      return;
    }
    sent += entries.length;
    place = next;
  }
}

/** The database where there is one: a worker must not make it. */
async function openKept(name: string): Promise<IDBPDatabase<Kept> | undefined> {
  const known = await indexedDB.databases();
  if (!known.some((one) => one.name === name)) return undefined;
  return openDB<Kept>(name, undefined, {
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    }
  });
}

function readingOf(db: IDBPDatabase<Kept>): UnsentReading {
  return {
    entriesIn: (state, after, limit) =>
      db.getAllFromIndex('outbox', '[state+order]', IDBKeyRange.bound([state, after], [state, Infinity], true), limit),
    counts: async () =>
      countsOf(await db.count('outbox'), (state) =>
        db.countFromIndex('outbox', '[state+order]', IDBKeyRange.bound([state, -Infinity], [state, Infinity]))
      ),
    cursors: () => db.getAll('cursors'),
    snapshot: async () => (await db.get('snapshot', 'only'))?.value
  };
}
