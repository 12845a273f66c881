import { createHash } from 'node:crypto';
import type { Parcel } from './parcel';
import { waitsForMs } from './parcel';

interface Waiting {
  readonly box: Pick<Parcel, 'nonce' | 'box'>;
  /** UTC milliseconds */
  readonly until: number;
}

interface ParcelsOptions {
  now(): number;
  /** calls once after so many milliseconds */
  later(ms: number, call: () => void): void;
  /** signs of all parcels together, at most */
  readonly room?: number;
}

/**
 * Sealed parcels on their way from one device to another, for ten minutes and for one taker. They are in memory alone: on
 * no disk, in no backup, and gone when the server starts anew (docs/decisions/0048).
 */
export class Parcels {
  /** by the hash of their id */
  readonly #waiting = new Map<string, Waiting>();
  readonly #options: Required<ParcelsOptions>;
  #signs = 0;

  constructor(options: ParcelsOptions) {
    this.#options = { room: 32_000_000, ...options };
  }

  /** Keeps a parcel. `full`: there is no room just now · `taken`: one with this id waits already. */
  leave({ id, nonce, box }: Parcel): 'kept' | 'full' | 'taken' {
    const key = keyOf(id);
    if (this.#waiting.has(key)) return 'taken';
    if (this.#signs + box.length > this.#options.room) return 'full';
    this.#signs += box.length;
    this.#waiting.set(key, { box: { nonce, box }, until: this.#options.now() + waitsForMs });
    this.#options.later(waitsForMs, () => this.#drop(key));
    return 'kept';
  }

  /** Hands a parcel out, once; nothing where there is none, or its time is over. */
  take(id: string): Waiting['box'] | undefined {
    const key = keyOf(id);
    const found = this.#waiting.get(key);
    this.#drop(key);
    return found && found.until > this.#options.now() ? found.box : undefined;
  }

  #drop(key: string): void {
    const found = this.#waiting.get(key);
    if (found === undefined || !this.#waiting.delete(key)) return;
    this.#signs -= found.box.box.length;
  }
}

const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url');
