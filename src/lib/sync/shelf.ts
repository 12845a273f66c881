import type { ClockState } from '$lib/base/clock';
import type { SyncEvent } from './event';
import type { TaggedSnapshot } from './snapshot';
import type { RefusalCode, SeenTablet } from './wire';

/**
 * The port to what the browser keeps. Two engines stand behind it, IndexedDB and memory, and one
 * acceptance suite holds both to the same promises.
 *
 * For each key of a projection there are two rows: `confirmed`, folded from what the server accepted or
 * sent, and `shown`, the confirmed row with this device's own unsent events folded on top. Where nothing is unsent the
 * two are one, and kept once: what is read as `shown` is what was put there, or else the confirmed row.
 */
export type Side = 'confirmed' | 'shown';

export interface StoredRow {
  /** `<projection>@<version>:<key>` */
  readonly ref: string;
  readonly stream: string;
  readonly row: unknown;
}

/**
 * `local`: a visitor's, never sent. `refused`: kept in sight, not shown in rows, sent on request only.
 * `again`: accepted before, offered once more to a database that was restored; sent before the waiting ones.
 */
export type OutboxState = 'waiting' | 'refused' | 'local' | 'again';

/** Entries, by state. */
export type OutboxCounts = Readonly<Record<OutboxState, number>>;

export interface NewEntry {
  readonly id: string;
  readonly stream: string;
  readonly event: SyncEvent;
  /** the rows that the event is folded into */
  readonly refs: readonly string[];
  readonly state: OutboxState;
  /** why it was refused, or why it still waits */
  readonly code?: RefusalCode;
}

export interface OutboxEntry extends NewEntry {
  /** order of writing */
  readonly order: number;
}

/** An own event that the server accepted, kept out of sight in case it has to be offered again. */
export interface NewKept {
  readonly stream: string;
  readonly event: SyncEvent;
  /** UTC milliseconds of the server */
  readonly keptAt: number;
  /** bytes of all events that were ever kept, this one included: what lies between two is their difference */
  readonly end: number;
}

export interface Kept extends NewKept {
  /** order of acceptance */
  readonly order: number;
}

export interface Cursor {
  readonly stream: string;
  readonly seq: number;
  /** events taken in of the answer that goes on from here, as long as it is not whole */
  readonly taken?: number;
}

export interface HeldGrant {
  readonly id: string;
  readonly secret: string;
}

export interface TabletsSeen {
  readonly at: number;
  readonly seen: readonly SeenTablet[];
}

/** What a browser knows about itself and the server. */
export interface DeviceState {
  /** this browser's own id */
  readonly device: string;
  /** the server's clock minus this device's, in milliseconds */
  readonly offsetMs: number;
  readonly epoch?: string;
  readonly grants: readonly HeldGrant[];
  /** unsent events that went with their deleted streams */
  readonly gone: number;
  /** UTC milliseconds */
  readonly lastExchangeAt?: number;
  /** while staff are here: the tablets at their venues, as the server saw them at a time (UTC milliseconds) */
  readonly tablets?: TabletsSeen | undefined;
  /** the tables that the rows and cursors stand for: the projections of the app that opened the shelf last */
  readonly tables?: readonly string[];
  /** streams that the server called deleted, the newest last: a restored server is told of them */
  readonly goneStreams?: readonly string[];
  /** whether a restored server has still to be told */
  readonly tellGone?: boolean;
}

/** Rows of projections, within one transaction. Lists come in the order asked for. */
export interface RowWork {
  rows(side: Side, refs: readonly string[]): Promise<(StoredRow | undefined)[]>;
  /** rows whose reference begins so, in order of reference */
  rowsFrom(side: Side, prefix: string): Promise<StoredRow[]>;
  refsOf(side: Side, stream: string): Promise<string[]>;
  putRows(side: Side, rows: readonly StoredRow[]): Promise<void>;
  /** Of the shown ones: the confirmed row, where there is one, is shown again. */
  dropRows(side: Side, refs: readonly string[]): Promise<void>;
  /** all rows of one version of a projection */
  dropTable(side: Side, table: string): Promise<void>;
}

/** What has not reached the server, in order of writing. */
export interface OutboxWork {
  entries(ids: readonly string[]): Promise<OutboxEntry[]>;
  entriesOf(refs: readonly string[]): Promise<OutboxEntry[]>;
  entriesIn(state: OutboxState, after: number, limit: number): Promise<OutboxEntry[]>;
  /** the newest first */
  newestIn(state: OutboxState, limit: number): Promise<OutboxEntry[]>;
  entriesOfStream(stream: string): Promise<OutboxEntry[]>;
  counts(): Promise<OutboxCounts>;
  /** how many are in a state for a reason */
  countFor(state: OutboxState, code: RefusalCode): Promise<number>;
  addEntries(entries: readonly NewEntry[]): Promise<void>;
  putEntries(entries: readonly OutboxEntry[]): Promise<void>;
  dropEntries(orders: readonly number[]): Promise<void>;
}

/** Own accepted events, in order of acceptance. */
export interface KeptWork {
  kept(after: number, limit: number): Promise<Kept[]>;
  newestKept(): Promise<Kept | undefined>;
  keptOfStream(stream: string): Promise<Kept[]>;
  addKept(events: readonly NewKept[]): Promise<void>;
  dropKept(orders: readonly number[]): Promise<void>;
}

/** What there is once: how far the streams are known, the clock, the device, the snapshot. */
export interface StateWork {
  cursors(): Promise<Cursor[]>;
  putCursors(cursors: readonly Cursor[]): Promise<void>;
  dropCursors(streams: readonly string[]): Promise<void>;

  clock(): Promise<ClockState | undefined>;
  putClock(clock: ClockState): Promise<void>;
  device(): Promise<DeviceState | undefined>;
  putDevice(state: DeviceState): Promise<void>;
  snapshot(): Promise<TaggedSnapshot | undefined>;
  putSnapshot(snapshot: TaggedSnapshot | undefined): Promise<void>;
}

/** Everything that can be read or written within one transaction. */
export interface ShelfTx extends RowWork, OutboxWork, KeptWork, StateWork {}

/** Tells what is read, and what went wrong; answers how to stop. */
type Watching = <T>(
  work: (tx: ShelfTx) => Promise<T>,
  next: (value: T) => void,
  fail: (error: unknown) => void
) => () => void;

export interface Shelf {
  read<T>(work: (tx: ShelfTx) => Promise<T>): Promise<T>;
  /** One transaction: all of it or nothing. Await nothing in it but the transaction's own answers. */
  write<T>(work: (tx: ShelfTx) => Promise<T>): Promise<T>;
  /** Answers a reading now and whenever what it read may have changed, by any tab. */
  readonly watch: Watching;
  /** The same for what nobody's finger waits for: a few changes at a time. */
  readonly watchCalmly: Watching;
  close(): void;
}
