import type { World } from '$lib/base/world';
import { jittered } from './backoff';
import { LiveConnection } from './live-connection.server';
import { beatMs, type Signals, type StreamChange } from './signals';

/** Signals of a busy evening go out together, the first one at once. */
const gatherMs = 200;
/** How often the hub looks whether the club's rows have changed. */
const clubMs = 1000;
/** How often everybody's rights are looked at again, whatever has changed. */
const lookMs = 60_000;
/** When a browser itself comes back after a break: not all of a room at once. */
const retryMs = 6000;
/** Connections of one tablet or person at most: several browsers of one person. */
const mostOfOne = 8;

const nothing: ReadonlySet<string> = new Set();

/** What somebody may be told of. */
export interface Sight {
  readonly streams: ReadonlySet<string>;
  /** of their snapshot */
  readonly tag: string | undefined;
}

export interface LiveReader {
  /** who this is: a tablet or a person */
  readonly who: string;
  /** which of their browsers; a newer connection of the same one takes over */
  readonly browser: string;
  /** Looks at their rights as they are now; nothing: none any more. */
  look(): Promise<Sight | undefined>;
  /** Ends the way to a reader that takes nothing any more. */
  cut(): void;
}

export interface HubOptions {
  readonly signals: Signals;
  readonly world: World;
  /** a number that changes whenever the club's rows do */
  clubLine(): number;
  /** Calls once, later; answers how to prevent it. */
  later(ms: number, call: () => void): () => void;
  /** Lets others have their turn. */
  breathe(): Promise<void>;
  report(error: unknown): void;
}

interface Seat {
  readonly reader: LiveReader;
  readonly connection: LiveConnection;
  sight: Sight;
}

/** Everybody who waits for news of streams, and what each of them may be told. */
export class LiveHub {
  readonly #options: HubOptions;
  readonly #seats = new Set<Seat>();
  readonly #stopListening: () => void;
  #stopFlush: (() => void) | undefined;
  #stopTick: (() => void) | undefined;
  #flushedAt = 0;
  #beatAt = 0;
  #lookedAt = 0;
  #line = 0;
  #looking: Promise<void> | undefined;
  #isClosed = false;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#stopListening = options.signals.subscribe((changes) => this.#note(changes));
  }

  get count(): number {
    return this.#seats.size;
  }

  /** Takes a reader in. Answers the bytes to send them, or nothing if they may be told of nothing. */
  async join(reader: LiveReader): Promise<ReadableStream<Uint8Array> | undefined> {
    const line = this.#options.clubLine();
    const sight = await reader.look();
    if (sight === undefined || this.#isClosed) return undefined;
    // What changed while they were looked at is looked at again.
    if (this.#options.clubLine() !== line) return this.join(reader);
    this.#makeRoom(reader);
    const { world } = this.#options;
    const ends = { onGone: () => this.#remove(seat), cut: () => reader.cut() };
    const seat: Seat = { reader, sight, connection: new LiveConnection(ends, jittered(retryMs, world)) };
    if (this.#seats.size === 0) this.#begin(line);
    this.#seats.add(seat);
    return seat.connection.body;
  }

  /** Whether the server stops, and takes nobody any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends all connections: the server stops. */
  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    for (const { connection } of [...this.#seats]) connection.end();
  }

  #makeRoom({ who, browser }: LiveReader): void {
    const own = [...this.#seats].filter(({ reader }) => reader.who === who);
    const same = own.filter(({ reader }) => reader.browser === browser);
    const others = own.filter(({ reader }) => reader.browser !== browser);
    const surplus = others.slice(0, Math.max(0, others.length - mostOfOne + 1));
    for (const { connection } of [...same, ...surplus]) connection.end({ over: true });
  }

  #begin(line: number): void {
    this.#line = line;
    this.#beatAt = this.#lookedAt = this.#options.world.now();
    this.#tickLater();
  }

  #remove(seat: Seat): void {
    this.#seats.delete(seat);
    if (this.#seats.size > 0) return;
    this.#stopTick?.();
    this.#stopFlush?.();
    this.#stopFlush = undefined;
  }

  #note(changes: readonly StreamChange[]): void {
    for (const { sight, connection } of this.#seats)
      for (const change of changes) if (sight.streams.has(change.stream)) connection.note(change);
    if (this.#seats.size > 0) this.#flushSoon();
  }

  #flushSoon(): void {
    const { later, world } = this.#options;
    const wait = Math.min(gatherMs, Math.max(0, this.#flushedAt + gatherMs - world.now()));
    this.#stopFlush ??= later(wait, () => void this.#flush());
  }

  /** Rights that may have changed are looked at first. */
  async #flush(): Promise<void> {
    const isKnown = await this.#areRightsKnown();
    this.#stopFlush = undefined;
    this.#flushedAt = this.#options.world.now();
    if (!isKnown) return;
    for (const { connection } of this.#seats) connection.flush();
  }

  #tickLater(): void {
    this.#stopTick?.();
    this.#stopTick = this.#options.later(clubMs, () => void this.#tick());
  }

  async #tick(): Promise<void> {
    const now = this.#options.world.now();
    if (now - this.#beatAt >= beatMs) {
      this.#beatAt = now;
      for (const { connection } of [...this.#seats]) connection.beat();
    }
    await this.#areRightsKnown();
    if (this.#seats.size > 0) this.#tickLater();
  }

  /** A database that cannot be read for once is looked at again with the next turn: it ends neither hub nor server. */
  async #areRightsKnown(): Promise<boolean> {
    try {
      await this.#lookIfChanged();
      return true;
    } catch (error) {
      this.#options.report(error);
      return false;
    }
  }

  #lookIfChanged(): Promise<void> {
    const [line, now] = [this.#options.clubLine(), this.#options.world.now()];
    const isDue = line !== this.#line || now - this.#lookedAt >= lookMs;
    if (!isDue) return this.#looking ?? Promise.resolve();
    [this.#line, this.#lookedAt] = [line, now];
    const looking = (this.#looking ?? Promise.resolve()).then(() => this.#lookAgain());
    this.#looking = looking.finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookAgain(): Promise<void> {
    for (const seat of [...this.#seats]) {
      await this.#lookAt(seat);
      await this.#options.breathe();
    }
  }

  async #lookAt(seat: Seat): Promise<void> {
    const sight = await this.#sightOf(seat.reader);
    seat.connection.keepOnly(sight?.streams ?? nothing);
    if (sight?.tag !== seat.sight.tag) seat.connection.noteClub();
    // Told once more, so that their browser asks, and learns that it may no more.
    if (sight === undefined) return seat.connection.end();
    seat.sight = sight;
    seat.connection.flush();
  }

  /** Whose rights cannot be looked at is told of nothing, and comes back. */
  async #sightOf(reader: LiveReader): Promise<Sight | undefined> {
    try {
      return await reader.look();
    } catch (error) {
      this.#options.report(error);
      return undefined;
    }
  }
}
