import type { World } from '$lib/base/world';
import type { SyncEvent } from './event';
import { LiveValue } from './live.browser';
import type { Registry } from './registry';
import type { OutboxEntry, OutboxState, Shelf } from './shelf';
import { discardIn, newestIn, retryIn } from './shelf-work';
import { everything } from './tables';

export interface OutboxOptions {
  readonly shelf: Shelf;
  readonly registry: Registry;
  readonly world: World;
  readonly device: string;
  /** told when there is something to send */
  onWaiting(): void;
}

export interface FileWish {
  /** only these; without: all that waits or was refused */
  readonly ids?: ReadonlySet<string>;
  /** says at the top of the file what it is, for the person who opens it */
  readonly note?: string;
  /** an entry in a person's words */
  words?(entry: OutboxEntry): string;
}

/** What has not reached the server: for the page that shows it, and for people who decide about it. */
export class Outbox {
  readonly #options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** The newest ones that wait or were refused, followed by whoever reads `current`. */
  newest(state: 'waiting' | 'refused', limit: number): LiveValue<OutboxEntry[]> {
    return new LiveValue((next, fail) => this.#options.shelf.watch((tx) => newestIn(tx, state, limit), next, fail));
  }

  /** All of some states, one after the other, each in order of writing. */
  async all(...states: readonly OutboxState[]): Promise<OutboxEntry[]> {
    const { shelf } = this.#options;
    const found = await shelf.read((tx) => Promise.all(states.map((state) => tx.entriesIn(state, 0, everything))));
    return found.flat();
  }

  /** Offers refused events to the server again. */
  async retry(events: readonly Pick<SyncEvent, 'id'>[]): Promise<void> {
    const { shelf, registry, onWaiting } = this.#options;
    for (const { id } of events) await shelf.write((tx) => retryIn(tx, registry, id));
    onWaiting();
  }

  /** Takes a refused event away for good: by a person's word only. */
  discard({ id }: Pick<SyncEvent, 'id'>): Promise<void> {
    return this.#options.shelf.write((tx) => discardIn(tx, id));
  }

  /** What waits or was refused, as a JSON file to keep: the events as they are, each with its words beside it. */
  async file({ ids, note, words }: FileWish = {}): Promise<Blob> {
    const { device, world } = this.#options;
    const kept = await this.all('again', 'waiting', 'refused');
    const wanted = ids === undefined ? kept : kept.filter(({ id }) => ids.has(id));
    const events = wanted.map((entry) => ({
      ...(words ? { words: words(entry) } : {}),
      ...entry.event,
      state: entry.state,
      code: entry.code
    }));
    const file = { note, savedAt: new Date(world.now()).toISOString(), device, events };
    return new Blob([JSON.stringify(file, undefined, 2)], { type: 'application/json' });
  }
}
