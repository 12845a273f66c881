import { dexieShelf } from './dexie-shelf.browser';
import { memoryShelf } from './memory-shelf';
import type { Shelf } from './shelf';
import { spareShelf } from './spare-shelf';
import type { StorageState } from './status';

export interface OpenedShelf {
  readonly shelf: Shelf;
  /** where work is kept now */
  storage(): StorageState;
  /** Tells when that changes. */
  onStorage(listener: () => void): void;
}

/**
 * Opens the browser's database, or goes on without: in memory where there is none (some private
 * windows), and in memory from the moment the disk is full.
 */
export async function openShelf(name: string): Promise<OpenedShelf> {
  let state: StorageState = 'ok';
  const listeners: (() => void)[] = [];
  const onFull = () => {
    state = 'full';
    for (const listener of listeners) listener();
  };
  try {
    const disk = await dexieShelf(name);
    const shelf = spareShelf({ shelf: disk, contents: () => disk.contents(), isFull, onFull });
    return { shelf, storage: () => state, onStorage: (listener) => listeners.push(listener) };
  } catch {
    return { shelf: memoryShelf(), storage: () => 'unavailable', onStorage: () => undefined };
  }
}

/** Whether an error, or what lies behind it, says that the disk is full. */
export function isFull(error: unknown): boolean {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = causeOf(cause)) {
    if ('name' in cause && cause.name === 'QuotaExceededError') return true;
  }
  return false;
}

function causeOf(error: object): unknown {
  if ('inner' in error && error.inner !== error) return error.inner;
  return 'cause' in error ? error.cause : undefined;
}
