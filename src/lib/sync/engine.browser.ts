import type { Draft, EventId, SyncEvent } from './event';
import type { LiveValue } from './live.browser';
import type { Projection } from './projection';
import type { Snapshot } from './snapshot';
import type { SyncStatus } from './status';

/** A staff member's write-only right to send their events from this device, given at sign-in. */
export interface HeldGrant {
  readonly id: string;
  readonly secret: string;
}

/** An event that the server did not take. It stays until a person decides. */
export interface RefusedEvent {
  readonly event: SyncEvent;
  readonly code: string;
}

/** The heart of the browser: it records events, shows rows, and exchanges both with the server. */
export interface Engine {
  /** this browser's own id (UUIDv7), the same for ever */
  readonly device: string;
  readonly status: LiveValue<SyncStatus>;
  readonly snapshot: LiveValue<Snapshot | undefined>;
  /**
   * Keeps events. Resolves when they, the rows shown and the clock are on the device, in one
   * transaction; never waits for a network. Throws if data does not fit its event type.
   */
  record(drafts: Draft | readonly Draft[]): Promise<SyncEvent[]>;
  /** The row shown for a key. */
  row<Row>(projection: Projection<Row>, key: string): Promise<Row | undefined>;
  /** The rows shown whose key begins so, in order of key. */
  rows<Row>(projection: Projection<Row>, query: { readonly prefix: string }): Promise<Row[]>;
  live<Row>(projection: Projection<Row>, query: { readonly key: string }): LiveValue<Row | undefined>;
  live<Row>(projection: Projection<Row>, query: { readonly prefix: string }): LiveValue<Row[]>;
  /** Sends and fetches now. Resolves when done or given up for now; never rejects. */
  exchange(): Promise<void>;
  /** Fetches a stream from now on that must be asked for: `learner/<person>` of who is on the tablet. */
  follow(stream: string): Promise<void>;
  /** The person leaves: the stream's rows go, what is unsent stays and is sent. */
  leave(stream: string): Promise<void>;
  /** Keeps the grant of a sign-in for sending. */
  holdGrant(grant: HeldGrant): Promise<void>;
  refused(): Promise<RefusedEvent[]>;
  /** Offers a refused event to the server again. */
  retry(id: EventId): Promise<void>;
  /** All that is unsent or refused, as a file to keep. */
  saveAsFile(): Promise<Blob>;
  close(): void;
}
