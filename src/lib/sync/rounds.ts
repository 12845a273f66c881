import type { World } from '$lib/base/world';
import { jittered, waitAfter } from './backoff';
import type { RoundEnd } from './round-end';
import type { Surroundings } from './surroundings';

/** How long a record waits for its neighbours, so that a burst of taps is one request. */
const gatherMs = 300;

/** How often a device that the server knows asks for news while somebody looks at it. */
const slowMs = 30_000;

/** The same while the server itself tells where there is news. */
const slowLiveMs = 120_000;

/**
 * How long a page that somebody looks at waits at most before it looks for a server that is away: no browser tells
 * when that is back, and the person waits for "transmitted".
 */
const longestAwayMs = 8000;

/** The longest rest that is kept, the longest that our own server asks for. A proxy may name a day. */
const longestRestMs = 15 * 60_000;

export interface RoundsOptions {
  readonly world: World;
  readonly surroundings: Surroundings;
  /** sends and fetches once */
  run(): Promise<RoundEnd>;
  /** whether there is anything to send or to ask for */
  isWorthwhile(): Promise<boolean>;
  /** told when sending begins and ends */
  onChange(): void;
}

/** When to exchange: after a record, when network or page come back, and slowly all the time. */
export class Rounds {
  /** whether the server tells where there is news */
  isLive = false;
  readonly #options: RoundsOptions;
  readonly #stopListening: () => void;
  #cancelTimer: () => void = () => undefined;
  #running: Promise<void> | undefined;
  #isWanted = false;
  /** something was recorded since the last round began */
  #isNew = false;
  #isClosed = false;
  #failures = 0;
  /** how long the server asked for rest, and until when; UTC milliseconds */
  #rest = { ms: 0, until: 0 };
  #lastEnd: RoundEnd = { end: 'done' };

  constructor(options: RoundsOptions) {
    this.#options = options;
    this.#stopListening = options.surroundings.onChange(() => this.#wake());
    this.#wake();
  }

  get isSending(): boolean {
    return this.#running !== undefined;
  }

  get lastEnd(): RoundEnd {
    return this.#lastEnd;
  }

  /**
   * Exchanges now, or once more right after the exchange that is under way. While the server has asked for rest,
   * not before that is over.
   */
  now(): Promise<void> {
    if (this.#restMs() > 0) return Promise.resolve();
    this.#isWanted = true;
    return this.#running ?? this.#begin();
  }

  /** Exchanges in a moment; not sooner than the wait after a failure. */
  soon(): void {
    this.#isNew = true;
    // While a round is under way it may have looked before: it is followed by another.
    if (this.#failures === 0 && !this.#running) this.#in(gatherMs);
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#cancelTimer();
  }

  #wake(): void {
    this.#options.onChange();
    const { isOnline, isVisible } = this.#options.surroundings;
    if ((this.#isNew || this.isSending) && !isVisible()) this.#options.surroundings.sendLater();
    if (!isOnline() || !isVisible()) return;
    this.#failures = 0;
    this.#in(gatherMs);
  }

  #in(ms: number): void {
    this.#cancelTimer();
    if (this.#isClosed) return;
    const wait = Math.max(ms, this.#restMs());
    this.#cancelTimer = this.#options.surroundings.later(wait, () => void this.#ifWorthwhile());
  }

  /** What is left of the rest. A clock that was set back does not make it longer. */
  #restMs(): number {
    const { ms, until } = this.#rest;
    return Math.max(0, Math.min(ms, until - this.#options.world.now()));
  }

  async #ifWorthwhile(): Promise<void> {
    const isWorthwhile = await this.#options.isWorthwhile().catch(() => true);
    if (isWorthwhile) await this.now();
    else this.#in(this.#isNew ? gatherMs : this.#slowly());
  }

  #begin(): Promise<void> {
    const running = this.#runWhileWanted();
    this.#running = running;
    // Only now: whoever is told asks whether it is sending.
    this.#options.onChange();
    return running;
  }

  async #runWhileWanted(): Promise<void> {
    while (this.#isWanted && !this.#isClosed && this.#restMs() === 0) {
      this.#isWanted = this.#isNew = false;
      this.#lastEnd = await this.#runOnce();
      const ms = this.#lastEnd.end === 'again' ? Math.min(longestRestMs, this.#lastEnd.retryAfterMs ?? 0) : 0;
      this.#rest = { ms, until: this.#options.world.now() + ms };
    }
    this.#isWanted = false;
    this.#running = undefined;
    this.#options.onChange();
    this.#planNext(this.#lastEnd);
  }

  /** A round that breaks (a database that went away) is one more that did not get through. */
  async #runOnce(): Promise<RoundEnd> {
    const { surroundings, run } = this.#options;
    try {
      return await surroundings.alone(run);
    } catch (error) {
      surroundings.report(error);
      return { end: 'again' };
    }
  }

  #planNext(last: RoundEnd): void {
    this.#failures = last.end === 'done' ? 0 : this.#failures + 1;
    if (last.end === 'again') this.#options.surroundings.sendLater();
    const calm = this.#isNew ? gatherMs : this.#slowly();
    this.#in(last.end === 'done' ? calm : waitAfter(this.#failures, this.#options.world, this.#longest(last)));
  }

  #longest(last: RoundEnd): number | undefined {
    const { isOnline, isVisible } = this.#options.surroundings;
    // Without a network, or out of sight, the browser tells when it is worth trying.
    return last.end === 'again' && last.isAway && isOnline() && isVisible() ? longestAwayMs : undefined;
  }

  #slowly(): number {
    return jittered(this.isLive ? slowLiveMs : slowMs, this.#options.world);
  }
}
