import type { World } from '$lib/base/world';
import { takeIn } from './apply';
import { bringInIn } from './bring-in';
import { exchangeRound } from './courier';
import type { Draft, EventId, SyncEvent } from './event';
import { LiveValue } from './live.browser';
import { Outbox } from './outbox.browser';
import type { Projection } from './projection';
import { deviceOf, recordEarlyIn, recordIn } from './record';
import type { Registry } from './registry';
import type { RoundEnd } from './round-end';
import { Rounds } from './rounds';
import type { DeviceState, HeldGrant, Shelf, TabletsSeen } from './shelf';
import {
  dropGrantIn,
  eraseIn,
  followIn,
  handOnIn,
  holdGrantIn,
  isWorthwhile,
  leaveIn,
  offerHeldIn,
  refuseIn,
  rowIn,
  rowsIn
} from './shelf-work';
import type { Snapshot } from './snapshot';
import type { StorageState, SyncStatus } from './status';
import { StatusWatch } from './status-watch.browser';
import type { Surroundings } from './surroundings';
import { fitIn } from './tables';
import { takeAlongIn, withoutNameIn } from './take-along';
import type { Transport } from './transport';
import type { RefusalCode } from './wire';

export interface EngineOptions {
  readonly registry: Registry;
  readonly shelf: Shelf;
  readonly world: World;
  readonly transport: Transport;
  readonly surroundings: Surroundings;
  storage(): StorageState;
}

/** An event that the server did not take. It stays until a person decides. */
export interface RefusedEvent {
  readonly event: SyncEvent;
  readonly code: RefusalCode;
}

type ByKey = Readonly<Record<'key', string>>;
type ByPrefix = Readonly<Record<'prefix', string>>;

/** Opens the heart of the browser on a shelf: it records events, shows rows, exchanges with the server. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const device = await options.shelf.write(async (tx) => {
    await fitIn(tx, options.registry, options.world);
    await offerHeldIn(tx, options.registry);
    return (await deviceOf(tx, options.world)).device;
  });
  return new Engine(options, device);
}

export class Engine {
  readonly status: LiveValue<SyncStatus>;
  readonly snapshot: LiveValue<Snapshot | undefined>;
  /** while staff are here: the tablets at their venues */
  readonly tablets: LiveValue<TabletsSeen | undefined>;
  /** what has not reached the server */
  readonly outbox: Outbox;
  readonly #options: EngineOptions;
  readonly #rounds: Rounds;
  readonly #statuses: StatusWatch;

  constructor(
    options: EngineOptions,
    /** this browser's own id (UUIDv7), the same for ever */
    readonly device: string
  ) {
    this.#options = options;
    const { shelf, world, surroundings } = options;
    this.#statuses = new StatusWatch({ ...options, rounds: () => this.#rounds });
    this.status = new LiveValue((next, fail) => this.watchStatus(next, fail));
    this.snapshot = new LiveValue((next, fail) =>
      shelf.watch(async (tx) => (await tx.snapshot())?.snapshot, next, fail)
    );
    this.tablets = new LiveValue((next, fail) => shelf.watch(async (tx) => (await tx.device())?.tablets, next, fail));
    const onWaiting = () => this.#rounds.soon();
    this.outbox = new Outbox({ shelf, registry: options.registry, world, device, onWaiting });
    this.#rounds = new Rounds({
      world,
      surroundings,
      run: () => this.#round(),
      isWorthwhile: () => shelf.read(isWorthwhile),
      onChange: () => this.statusChanged()
    });
  }

  /**
   * Keeps events. Resolves when they, the rows shown and the clock are on the device, in one
   * transaction; never waits for a network. Throws if a draft does not fit its event type.
   */
  async record(drafts: Draft | readonly Draft[]): Promise<SyncEvent[]> {
    const list = 'stream' in drafts ? [drafts] : drafts;
    const events = await this.#options.shelf.write((tx) => recordIn(tx, list, this.#options));
    this.#options.surroundings.keepData();
    this.#rounds.soon();
    return events;
  }

  /** Keeps deeds that waited until this engine was open (early.browser.ts), each once. */
  async recordEarly(deeds: readonly unknown[]): Promise<void> {
    await this.#options.shelf.write((tx) => recordEarlyIn(tx, deeds, this.#options));
    this.#options.surroundings.keepData();
    this.#rounds.soon();
  }

  /** The row shown for a key. */
  row<Row>(projection: Projection<Row>, key: string): Promise<Row | undefined> {
    return this.#options.shelf.read((tx) => rowIn(tx, projection, key));
  }

  /** The rows shown whose key begins so, in order of key. */
  rows<Row>(projection: Projection<Row>, { prefix }: ByPrefix): Promise<Row[]> {
    return this.#options.shelf.read((tx) => rowsIn(tx, projection, prefix));
  }

  /** The row, or rows, shown: followed by whoever reads `current`. */
  live<Row>(projection: Projection<Row>, query: ByKey): LiveValue<Row | undefined>;
  live<Row>(projection: Projection<Row>, query: ByPrefix): LiveValue<Row[]>;
  live<Row>(projection: Projection<Row>, query: ByKey | ByPrefix): LiveValue<Row | undefined> | LiveValue<Row[]> {
    const { shelf } = this.#options;
    return 'key' in query
      ? new LiveValue<Row | undefined>((next, fail) =>
          shelf.watch((tx) => rowIn(tx, projection, query.key), next, fail)
        )
      : new LiveValue<Row[]>((next, fail) => shelf.watch((tx) => rowsIn(tx, projection, query.prefix), next, fail));
  }

  /** Sends and fetches now. Resolves when done, or given up for now; what happened stands in `status`. */
  exchange(): Promise<void> {
    return this.#rounds.now();
  }

  /** Asks for a stream that does not come unasked: `learner/<person>` of whoever is on the tablet now. */
  async follow(stream: string): Promise<void> {
    // Asked for already, nothing is written: whoever watches is not woken.
    const known = await this.#options.shelf.read((tx) => tx.cursors());
    if (known.some((cursor) => cursor.stream === stream)) return;
    const isNew = await this.#options.shelf.write((tx) => followIn(tx, stream));
    if (isNew) this.#rounds.soon();
  }

  /** The person leaves: the stream's rows go from this device, what is unsent stays and is sent. */
  leave(stream: string): Promise<void> {
    return this.#options.shelf.write((tx) => leaveIn(tx, this.#options.registry, stream));
  }

  /** Takes away for good what this device has of a stream of its own or of a family's; with `ids` only these entries. */
  erase(stream: string, ids?: ReadonlySet<string>): Promise<void> {
    return this.#options.shelf.write((tx) => eraseIn(tx, this.#options.registry, { stream, ids }));
  }

  /** The same of several streams, with deeds that are kept instead, under ids of their own: all of it or nothing. */
  async eraseFor(streams: readonly string[], deeds: readonly unknown[]): Promise<void> {
    await this.#options.shelf.write(async (tx) => {
      for (const stream of streams) await eraseIn(tx, this.#options.registry, { stream });
      await recordEarlyIn(tx, deeds, this.#options);
    });
  }

  /** What was learned on this device without a name, in order of writing. */
  withoutName(): Promise<SyncEvent[]> {
    return this.#options.shelf.read(withoutNameIn);
  }

  /** Records what was done without a name anew under this person's. */
  async takeAlong(person: string): Promise<void> {
    await this.#options.shelf.write((tx) => takeAlongIn(tx, person, this.#options));
    this.#rounds.soon();
  }

  /** Takes in what was learned without a name on another device, each deed once; says how many were not here before. */
  async bringIn(events: readonly SyncEvent[]): Promise<number> {
    const count = await this.#options.shelf.write((tx) => bringInIn(tx, events, this.#options));
    this.#options.surroundings.keepData();
    return count;
  }

  /** Staff hand the device on or sign out: what only they may read goes, what is unsent stays and is sent. */
  async handOn(): Promise<void> {
    await this.#options.shelf.write((tx) => handOnIn(tx, this.#options.registry));
    this.#rounds.soon();
  }

  /** Keeps the grant of a sign-in, for sending what was done with it. */
  async holdGrant(grant: HeldGrant): Promise<void> {
    await this.#options.shelf.write((tx) => holdGrantIn(tx, this.#options.world, grant));
    this.#rounds.soon();
  }

  /** Lets go of a grant. */
  dropGrant(id: string): Promise<void> {
    return this.#options.shelf.write((tx) => dropGrantIn(tx, this.#options.world, id));
  }

  /** Events that the server did not take, in order of writing. */
  async refused(): Promise<RefusedEvent[]> {
    return (await this.outbox.all('refused')).map(({ event, code = 'invalid' }) => ({ event, code }));
  }

  /** When the server was last reached (UTC milliseconds), and which streams it called deleted. */
  heard(): Promise<Pick<DeviceState, 'lastExchangeAt' | 'goneStreams'> | undefined> {
    return this.#options.shelf.read((tx) => tx.device());
  }

  /** Offers a refused event to the server again. */
  retry(id: EventId): Promise<void> {
    return this.outbox.retry([{ id }]);
  }

  /** All that is unsent or refused, as a JSON file to keep. */
  saveAsFile(): Promise<Blob> {
    return this.outbox.file();
  }

  close(): void {
    this.#rounds.close();
    this.#options.shelf.close();
  }

  /** To be called when the server begins to tell where there is news, and when it ceases. */
  liveChanged(isLive: boolean): void {
    this.#rounds.isLive = isLive;
  }

  /** Tells the status now and whenever it changes; answers how to stop. For code outside components. */
  watchStatus(next: (status: SyncStatus) => void, fail: (error: unknown) => void): () => void {
    return this.#statuses.watch(next, fail);
  }

  /** To be called when something outside the shelf has changed that the status tells. */
  statusChanged(): void {
    this.#statuses.changed();
  }

  #round(): Promise<RoundEnd> {
    const { shelf, registry, world, transport } = this.#options;
    return exchangeRound({
      shelf,
      world,
      transport,
      apply: (exchanged) => takeIn(shelf, exchanged, { registry, world }),
      refuse: (entry) => shelf.write((tx) => refuseIn(tx, registry, entry, 'too-large'))
    });
  }
}
