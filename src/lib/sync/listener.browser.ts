import * as v from 'valibot';
import type { World } from '$lib/base/world';
import { jittered, waitAfter } from './backoff';
import type { Shelf } from './shelf';
import type { OpenSource } from './signal-source.browser';
import { beatMs, liveMessageSchema, type LiveMessage } from './signals';
import type { Surroundings } from './surroundings';

/** A way that says nothing for so long is dead, whatever the browser thinks of it. */
const silentMs = beatMs * 2.5;
/** The longest wait before a way that broke is tried again: somebody looks at this page, or has just now. */
const longestMs = 30_000;
/** How long a page that nobody looks at goes on listening: who comes back soon finds everything there. */
const hiddenMs = 30_000;
/** How long news gather where somebody runs a meeting … */
const eagerMs = 60;
/** … while they keep coming … */
const busyMs = 300;
/** … and where a whole room of tablets only keeps the places of its members. */
const calmMs = 6000;

export interface ListenerOptions {
  readonly shelf: Shelf;
  readonly world: World;
  readonly surroundings: Surroundings;
  readonly open: OpenSource;
  /** Does work that lasts in one tab at a time; gives up waiting for its turn when the signal says so. */
  claim(work: () => Promise<void>, signal: AbortSignal): void;
  /** Sends and fetches. */
  exchange(): Promise<void>;
  /** Told when signals begin and cease to come. */
  onLive(isLive: boolean): void;
  /** The other tabs of this browser. */
  readonly others: Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;
}

interface Known {
  /** the server knows this browser */
  readonly isKnown: boolean;
  /** somebody who runs meetings is signed in */
  readonly isStaff: boolean;
}

/**
 * Hears from the server where there is news, and fetches it (SYNC.md, "Live"). Of all tabs one listens, only
 * while somebody looks, and only where the server knows the browser.
 */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #stops: (() => void)[];
  readonly #news = new Map<string, number>();
  #known: Known = { isKnown: false, isStaff: false };
  #claim: AbortController | undefined;
  /** Gives the listener's place back, while this tab has it. */
  #release: (() => void) | undefined;
  #closeSource: () => void = () => undefined;
  #stopTimer: () => void = () => undefined;
  #stopHiding: () => void = () => undefined;
  #stopGather: () => void = () => undefined;
  #failures = 0;
  /** UTC milliseconds */
  #heardAt = 0;
  #fetchedAt = 0;
  #fetchDueAt = Infinity;
  #isClubNews = false;

  constructor(options: ListenerOptions) {
    this.#options = options;
    const { shelf, surroundings, others } = options;
    others.onmessage = ({ data }) => this.#hear(data);
    this.#stops = [
      surroundings.onChange(() => this.#look()),
      shelf.watch(
        async (tx) => (await tx.snapshot())?.snapshot,
        (snapshot) => {
          this.#known = { isKnown: snapshot !== undefined, isStaff: snapshot?.staff !== undefined };
          this.#look();
        },
        (error) => surroundings.report(error)
      ),
      () => others.close()
    ];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#stopHiding();
    this.#stopGather();
    this.#leave();
  }

  /** Takes or leaves the listener's place, as things are now. */
  #look(): void {
    const { isOnline, isVisible, later } = this.#options.surroundings;
    this.#stopHiding();
    if (!this.#known.isKnown || !isOnline()) return this.#leave();
    if (!isVisible()) {
      if (this.#claim) this.#stopHiding = later(hiddenMs, () => this.#leave());
      return;
    }
    if (this.#claim === undefined) this.#take();
    else if (this.#release && this.#options.world.now() - this.#heardAt > silentMs) this.#connectAgain();
  }

  #take(): void {
    const claim = new AbortController();
    this.#claim = claim;
    this.#options.claim(async () => {
      if (claim.signal.aborted) return;
      const released = new Promise<void>((resolve) => (this.#release = resolve));
      this.#connect();
      await released;
    }, claim.signal);
  }

  #leave(): void {
    this.#claim?.abort();
    this.#claim = undefined;
    this.#disconnect();
    this.#failures = 0;
    this.#release?.();
    this.#release = undefined;
  }

  #connect(): void {
    this.#heard();
    this.#closeSource = this.#options.open({
      opened: () => this.#begin(),
      said: (text) => this.#said(text),
      failed: () => this.#fail()
    });
  }

  #disconnect(): void {
    this.#stopTimer();
    this.#closeSource();
    this.#closeSource = () => undefined;
    this.#options.onLive(false);
  }

  #connectAgain(): void {
    this.#disconnect();
    this.#connect();
  }

  /** Whatever happened before the way was open is fetched now. */
  #begin(): void {
    this.#failures = 0;
    this.#heard();
    this.#options.onLive(true);
    void this.#options.exchange();
  }

  #fail(): void {
    this.#disconnect();
    this.#failures += 1;
    const { surroundings, world } = this.#options;
    this.#stopTimer = surroundings.later(waitAfter(this.#failures, world, longestMs), () => this.#connect());
  }

  /** Each sign of life gives the way new time. */
  #heard(): void {
    const { surroundings, world } = this.#options;
    this.#heardAt = world.now();
    this.#stopTimer();
    this.#stopTimer = surroundings.later(silentMs, () => this.#fail());
  }

  #said(text: string): void {
    this.#heard();
    const message = this.#hear(read(text));
    // A newer page of this browser listens. Here it begins again when somebody comes back to this page.
    if (!message?.over) return;
    this.#disconnect();
    this.#heardAt = 0;
  }

  /** News from the server, or from the tab that listens. */
  #hear(said: unknown): LiveMessage | undefined {
    const message = v.safeParse(liveMessageSchema, said);
    if (!message.success) return undefined;
    const { streams, club } = message.output;
    for (const [stream, seq] of Object.entries(streams))
      this.#news.set(stream, Math.max(seq, this.#news.get(stream) ?? 0));
    this.#isClubNews ||= club ?? false;
    if (this.#news.size > 0 || this.#isClubNews) this.#gather();
    return message.output;
  }

  #gather(): void {
    const { surroundings, world } = this.#options;
    const now = world.now();
    const isEager = this.#known.isStaff || [...this.#news.keys()].some((stream) => stream.startsWith('meeting/'));
    const isBusy = now - this.#fetchedAt < busyMs;
    const wait = jittered(isEager ? (isBusy ? busyMs : eagerMs) : calmMs, world);
    if (now + wait >= this.#fetchDueAt) return;
    this.#fetchDueAt = now + wait;
    this.#stopGather();
    this.#stopGather = surroundings.later(wait, () => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    const { shelf, world, exchange, others, surroundings } = this.#options;
    this.#fetchDueAt = Infinity;
    const news = new Map(this.#news);
    const isClubNews = this.#isClubNews;
    this.#news.clear();
    this.#isClubNews = false;
    try {
      if (!isClubNews && !(await isBehind(shelf, news))) return;
      this.#fetchedAt = world.now();
      await exchange();
      // Now: tabs that share this database find nothing missing, those with one of their own fetch.
      if (this.#release) others.postMessage({ streams: Object.fromEntries(news) } satisfies LiveMessage);
    } catch (error) {
      surroundings.report(error);
    }
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a stream has come further than this device knows. */
async function isBehind(shelf: Shelf, news: ReadonlyMap<string, number>): Promise<boolean> {
  const cursors = new Map((await shelf.read((tx) => tx.cursors())).map(({ stream, seq }) => [stream, seq]));
  return [...news].some(([stream, seq]) => seq > (cursors.get(stream) ?? 0));
}
