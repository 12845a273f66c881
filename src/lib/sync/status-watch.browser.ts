import type { Rounds } from './rounds';
import type { Shelf } from './shelf';
import { shelfStatus, type ShelfStatus } from './shelf-work';
import type { StorageState, SyncStatus } from './status';
import type { Surroundings } from './surroundings';

interface Watched {
  readonly shelf: Pick<Shelf, 'watchCalmly'>;
  readonly surroundings: Pick<Surroundings, 'isOnline' | 'isSecure'>;
  storage(): StorageState;
  rounds(): Pick<Rounds, 'isSending' | 'lastEnd'>;
}

/** Tells whoever watches what lies on the device and how its exchange goes. */
export class StatusWatch {
  readonly #watched: Watched;
  readonly #listeners = new Set<() => void>();

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** Tells the status now and whenever it changes; answers how to stop. */
  watch(next: (status: SyncStatus) => void, fail: (error: unknown) => void): () => void {
    let kept: ShelfStatus | undefined;
    const tell = () => {
      if (kept !== undefined) next({ ...kept, ...this.#pageStatus() });
    };
    this.#listeners.add(tell);
    const stop = this.#watched.shelf.watchCalmly(
      shelfStatus,
      (status) => {
        kept = status;
        tell();
      },
      fail
    );
    return () => {
      this.#listeners.delete(tell);
      stop();
    };
  }

  /** To be called when something outside the shelf has changed that the status tells. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #pageStatus(): Omit<SyncStatus, keyof ShelfStatus> {
    const { surroundings, storage, rounds } = this.#watched;
    const { isSending, lastEnd } = rounds();
    return {
      // Trying again is not yet getting through.
      online: surroundings.isOnline() && lastEnd.end !== 'again',
      sending: isSending,
      insecure: !surroundings.isSecure,
      reload: lastEnd.end === 'reload',
      broken: lastEnd.end === 'broken' ? lastEnd.status : undefined,
      storage: storage()
    };
  }
}
