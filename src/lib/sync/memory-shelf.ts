import type { ClockState } from '$lib/base/clock';
import { countsOf } from './outbox-counts';
import { refOf } from './registry';
import type {
  Cursor,
  DeviceState,
  Kept,
  KeptWork,
  NewEntry,
  OutboxEntry,
  OutboxWork,
  RowWork,
  Shelf,
  ShelfTx,
  Side,
  StateWork,
  StoredRow
} from './shelf';
import type { TaggedSnapshot } from './snapshot';

/** Everything a shelf holds; immutable values in maps, so that a copy of the maps is a copy of it all. */
export interface ShelfContents {
  readonly confirmed: Map<string, StoredRow>;
  readonly shown: Map<string, StoredRow>;
  /** by order of writing */
  readonly outbox: Map<number, OutboxEntry>;
  /** by order of acceptance */
  readonly kept: Map<number, Kept>;
  readonly cursors: Map<string, Cursor>;
  nextOrder: number;
  clock?: ClockState | undefined;
  device?: DeviceState | undefined;
  snapshot?: TaggedSnapshot | undefined;
}

/** A shelf's contents before anything happened. */
export function emptyContents(): ShelfContents {
  return {
    confirmed: new Map(),
    shown: new Map(),
    outbox: new Map(),
    kept: new Map(),
    cursors: new Map(),
    nextOrder: 1
  };
}

/** Keeps everything until the page is closed: for browsers without (room in) a database. */
export function memoryShelf(contents: ShelfContents = emptyContents()): Shelf {
  let state = contents;
  let queue: Promise<unknown> = Promise.resolve();
  const watchers = new Set<() => void>();

  const watch: Shelf['watch'] = (work, next, fail) => {
    let stopped = false;
    const refresh = () => {
      work(transaction(state)).then(
        (value) => (stopped ? undefined : next(value)),
        (error: unknown) => (stopped ? undefined : fail(error))
      );
    };
    watchers.add(refresh);
    refresh();
    return () => {
      stopped = true;
      watchers.delete(refresh);
    };
  };

  return {
    read: (work) => work(transaction(state)),
    write(work) {
      const done = queue.then(async () => {
        const draft = copyOf(state);
        const answer = await work(transaction(draft));
        state = draft;
        for (const refresh of watchers) refresh();
        return answer;
      });
      queue = done.catch(() => undefined);
      return done;
    },
    watch,
    watchCalmly: watch,
    close: () => watchers.clear()
  };
}

function copyOf(state: ShelfContents): ShelfContents {
  return {
    ...state,
    confirmed: new Map(state.confirmed),
    shown: new Map(state.shown),
    outbox: new Map(state.outbox),
    kept: new Map(state.kept),
    cursors: new Map(state.cursors)
  };
}

function transaction(state: ShelfContents): ShelfTx {
  return { ...rowWork(state), ...outboxWork(state), ...keptWork(state), ...stateWork(state) };
}

function rowWork(state: ShelfContents): RowWork {
  const all = (side: Side) => (side === 'confirmed' ? state.confirmed : new Map([...state.confirmed, ...state.shown]));
  return {
    rows: async (side, refs) =>
      refs.map((ref) => (side === 'shown' ? state.shown.get(ref) : undefined) ?? state.confirmed.get(ref)),
    rowsFrom: async (side, prefix) =>
      [...all(side).values()].filter(({ ref }) => ref.startsWith(prefix)).sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    refsOf: async (side, stream) =>
      [...all(side).values()].filter((row) => row.stream === stream).map(({ ref }) => ref),
    putRows: async (side, rows) => rows.forEach((row) => state[side].set(row.ref, row)),
    dropRows: async (side, refs) => refs.forEach((ref) => state[side].delete(ref)),
    dropTable: async (side, table) => {
      for (const ref of state[side].keys()) if (ref.startsWith(refOf(table, ''))) state[side].delete(ref);
    }
  };
}

function outboxWork(state: ShelfContents): OutboxWork {
  const those = (test: (entry: OutboxEntry) => boolean) => [...state.outbox.values()].filter(test);
  const among = (names: readonly string[]) => {
    const set = new Set(names);
    return (name: string) => set.has(name);
  };
  return {
    entries: async (ids) => {
      const isAsked = among(ids);
      return those(({ id }) => isAsked(id));
    },
    entriesOf: async (refs) => {
      const isAsked = among(refs);
      return those((entry) => entry.refs.some(isAsked));
    },
    entriesIn: async (wanted, after, limit) =>
      those((entry) => entry.state === wanted && entry.order > after).slice(0, limit),
    newestIn: async (wanted, limit) =>
      those((entry) => entry.state === wanted)
        .reverse()
        .slice(0, limit),
    entriesOfStream: async (stream) => those((entry) => entry.stream === stream),
    counts: () => countsOf(state.outbox.size, async (wanted) => those((entry) => entry.state === wanted).length),
    countFor: async (wanted, code) => those((entry) => entry.state === wanted && entry.code === code).length,
    addEntries: async (entries: readonly NewEntry[]) => {
      for (const entry of entries) {
        state.outbox.set(state.nextOrder, { ...entry, order: state.nextOrder });
        state.nextOrder += 1;
      }
    },
    putEntries: async (entries) => entries.forEach((entry) => state.outbox.set(entry.order, entry)),
    dropEntries: async (orders) => orders.forEach((order) => state.outbox.delete(order))
  };
}

function keptWork(state: ShelfContents): KeptWork {
  const all = () => [...state.kept.values()];
  return {
    kept: async (after, limit) =>
      all()
        .filter(({ order }) => order > after)
        .slice(0, limit),
    newestKept: async () => all().at(-1),
    keptOfStream: async (stream) => all().filter((one) => one.stream === stream),
    addKept: async (events) => {
      for (const event of events) {
        state.kept.set(state.nextOrder, { ...event, order: state.nextOrder });
        state.nextOrder += 1;
      }
    },
    dropKept: async (orders) => orders.forEach((order) => state.kept.delete(order))
  };
}

function stateWork(state: ShelfContents): StateWork {
  return {
    cursors: async () => [...state.cursors.values()],
    putCursors: async (cursors) => cursors.forEach((cursor) => state.cursors.set(cursor.stream, cursor)),
    dropCursors: async (streams) => streams.forEach((stream) => state.cursors.delete(stream)),
    clock: async () => state.clock,
    putClock: async (clock) => void (state.clock = clock),
    device: async () => state.device,
    putDevice: async (device) => void (state.device = device),
    snapshot: async () => state.snapshot,
    putSnapshot: async (snapshot) => void (state.snapshot = snapshot)
  };
}
