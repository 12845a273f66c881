import { Dexie, liveQuery, type Table } from 'dexie';
import type { ClockState } from '$lib/base/clock';
import { watchCalmly } from './calm-watch.browser';
import { emptyContents, type ShelfContents } from './memory-shelf';
import { countsOf } from './outbox-counts';
import { refOf } from './registry';
import type {
  Cursor,
  DeviceState,
  Kept,
  KeptWork,
  NewEntry,
  NewKept,
  OutboxEntry,
  OutboxWork,
  RowWork,
  Shelf,
  ShelfTx,
  StateWork,
  StoredRow
} from './shelf';
import type { TaggedSnapshot } from './snapshot';
import { staysOpen } from './stays-open.browser';

/** IndexedDB counts what it hands out in 32 bits; a greater number is an error. */
const mostRows = 2 ** 32 - 1;

/** Rows asked for or put at once. */
const handful = 80;

/** Single records, under their names. */
interface Single<T> {
  readonly name: 'only';
  readonly value: T;
}

/** The browser's database. Versions only add. */
class Database extends Dexie {
  declare readonly confirmed: Table<StoredRow, string>;
  declare readonly shown: Table<StoredRow, string>;
  declare readonly outbox: Table<OutboxEntry, number, NewEntry>;
  declare readonly kept: Table<Kept, number, NewKept>;
  declare readonly cursors: Table<Cursor, string>;
  declare readonly clock: Table<Single<ClockState>, string>;
  declare readonly device: Table<Single<DeviceState>, string>;
  declare readonly snapshot: Table<Single<TaggedSnapshot>, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({
      confirmed: 'ref, stream',
      shown: 'ref, stream',
      outbox: '++order, &id, stream, [state+order], [state+code], *refs',
      cursors: 'stream',
      clock: 'name',
      device: 'name',
      snapshot: 'name'
    });
    this.version(2).stores({ kept: '++order, stream' });
  }
}

export interface DexieShelf extends Shelf {
  /** Everything, to go on with in memory when the disk is full. */
  contents(): Promise<ShelfContents>;
}

/**
 * Opens the database in IndexedDB. Rejects where there is none, or where it cannot be opened.
 * @param onReopened told when it was closed by somebody else, and is open again; it may be a new, empty one
 */
export async function dexieShelf(name: string, onReopened: () => void = () => undefined): Promise<DexieShelf> {
  const db = new Database(name);
  const tx = { ...rowWork(db), ...outboxWork(db), ...keptWork(db), ...stateWork(db) };
  await db.open();
  const door = staysOpen(db, onReopened);
  /** One transaction for all that it reads: quicker, and of one moment. */
  const atOnce = <T>(work: (tx: ShelfTx) => Promise<T>) => db.transaction('r', db.tables, async () => work(tx));
  return {
    async read(work) {
      await door.open();
      return work(tx);
    },
    async write(work) {
      await door.open();
      // An async function of its own: only then does Dexie keep the transaction over the awaits in `work`.
      return db.transaction('rw', db.tables, async () => work(tx));
    },
    watch(work, next, fail) {
      const subscription = liveQuery(() => atOnce(work)).subscribe(next, fail);
      return () => subscription.unsubscribe();
    },
    watchCalmly: (work, next, fail) => watchCalmly(db, () => atOnce(work), next, fail),
    close: () => door.close(),
    contents: () => contentsOf(db)
  };
}

function rowWork(db: Database): RowWork {
  return {
    async rows(side, refs) {
      const confirmed = await inHandfuls(refs, (some) => db.confirmed.bulkGet(some));
      // Of one row, looking for it costs no more; and who watches one row is not told of all others.
      if (side === 'confirmed' || (refs.length > 1 && (await db.shown.count()) === 0)) return confirmed;
      const shown = await inHandfuls(refs, (some) => db.shown.bulkGet(some));
      return confirmed.map((row, index) => shown[index] ?? row);
    },
    async rowsFrom(side, prefix) {
      const confirmed = await db.confirmed.where('ref').startsWith(prefix).sortBy('ref');
      const shown = side === 'shown' ? await db.shown.where('ref').startsWith(prefix).sortBy('ref') : [];
      if (shown.length === 0) return confirmed;
      const byRef = new Map([...confirmed, ...shown].map((row) => [row.ref, row]));
      return [...byRef.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
    },
    async refsOf(side, stream) {
      const confirmed = await db.confirmed.where('stream').equals(stream).primaryKeys();
      const shown = side === 'shown' ? await db.shown.where('stream').equals(stream).primaryKeys() : [];
      return [...new Set([...confirmed, ...shown])];
    },
    putRows: async (side, rows) => void (await inHandfuls(rows, async (some) => [await db[side].bulkPut(some)])),
    async dropRows(side, refs) {
      if (refs.length === 0 || (await db[side].count()) === 0) return;
      await inHandfuls(refs, async (some) => [await db[side].bulkDelete(some)]);
    },
    dropTable: async (side, table) => void (await db[side].where('ref').startsWith(refOf(table, '')).delete())
  };
}

/** Each row asked for or put is some work for a slow tablet; in between, the page answers. */
async function inHandfuls<T, Answer>(
  list: readonly T[],
  work: (some: T[]) => PromiseLike<Answer[]>
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < list.length; from += handful) {
    answers.push(...(await work(list.slice(from, from + handful))));
  }
  return answers;
}

function outboxWork(db: Database): OutboxWork {
  // Looking up hundreds of names that are not there takes longer than this question.
  const isEmpty = async () => (await db.outbox.count()) === 0;
  return {
    entries: async (ids) => ((await isEmpty()) ? [] : db.outbox.where('id').anyOf(ids).sortBy('order')),
    entriesOf: async (refs) =>
      (await isEmpty()) ? [] : db.outbox.where('refs').anyOf(refs).distinct().sortBy('order'),
    entriesIn: (state, after, limit) =>
      db.outbox
        .where('[state+order]')
        .between([state, after], [state, Dexie.maxKey], false)
        .limit(Math.min(limit, mostRows))
        .sortBy('order'),
    newestIn: (state, limit) =>
      db.outbox
        .where('[state+order]')
        .between([state, Dexie.minKey], [state, Dexie.maxKey])
        .reverse()
        .limit(Math.min(limit, mostRows))
        .toArray(),
    entriesOfStream: (stream) => db.outbox.where('stream').equals(stream).sortBy('order'),
    counts: async () =>
      countsOf(await db.outbox.count(), (state) =>
        db.outbox.where('[state+order]').between([state, Dexie.minKey], [state, Dexie.maxKey]).count()
      ),
    countFor: (state, code) => db.outbox.where('[state+code]').equals([state, code]).count(),
    addEntries: async (entries) => void (await db.outbox.bulkAdd(entries)),
    putEntries: async (entries) => (entries.length === 0 ? undefined : void (await db.outbox.bulkPut(entries))),
    dropEntries: async (orders) => (orders.length === 0 ? undefined : db.outbox.bulkDelete([...orders]))
  };
}

function keptWork(db: Database): KeptWork {
  return {
    kept: (after, limit) => db.kept.where('order').above(after).limit(Math.min(limit, mostRows)).toArray(),
    newestKept: () => db.kept.orderBy('order').last(),
    keptOfStream: (stream) => db.kept.where('stream').equals(stream).sortBy('order'),
    addKept: async (events) => void (await db.kept.bulkAdd(events)),
    dropKept: (orders) => db.kept.bulkDelete([...orders])
  };
}

function stateWork(db: Database): StateWork {
  return {
    cursors: () => db.cursors.toArray(),
    putCursors: async (cursors) => void (await db.cursors.bulkPut(cursors)),
    dropCursors: (streams) => db.cursors.bulkDelete([...streams]),
    clock: async () => (await db.clock.get('only'))?.value,
    putClock: async (value) => void (await db.clock.put({ name: 'only', value })),
    device: async () => (await db.device.get('only'))?.value,
    putDevice: async (value) => void (await db.device.put({ name: 'only', value })),
    snapshot: async () => (await db.snapshot.get('only'))?.value,
    putSnapshot: async (value) =>
      value === undefined ? db.snapshot.clear() : void (await db.snapshot.put({ name: 'only', value }))
  };
}

async function contentsOf(db: Database): Promise<ShelfContents> {
  const [confirmed, shown, outbox, kept, cursors] = await Promise.all([
    db.confirmed.toArray(),
    db.shown.toArray(),
    db.outbox.orderBy('order').toArray(),
    db.kept.orderBy('order').toArray(),
    db.cursors.toArray()
  ]);
  const { clock, device, snapshot } = stateWork(db);
  return {
    ...emptyContents(),
    confirmed: new Map(confirmed.map((row) => [row.ref, row])),
    shown: new Map(shown.map((row) => [row.ref, row])),
    outbox: new Map(outbox.map((entry) => [entry.order, entry])),
    kept: new Map(kept.map((one) => [one.order, one])),
    cursors: new Map(cursors.map((cursor) => [cursor.stream, cursor])),
    nextOrder: Math.max(outbox.at(-1)?.order ?? 0, kept.at(-1)?.order ?? 0) + 1,
    clock: await clock(),
    device: await device(),
    snapshot: await snapshot()
  };
}
