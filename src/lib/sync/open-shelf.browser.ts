import { dexieShelf } from './dexie-shelf.browser';
import { memoryShelf } from './memory-shelf';
import type { Shelf } from './shelf';
import { spareShelf } from './spare-shelf';
import type { StorageState } from './status';

export interface OpenedShelf {
  readonly shelf: Shelf;
  /** where work is kept now */
  storage(): StorageState;
}

/**
 * Opens the browser's database, or goes on without: in memory where there is none (some private
 * windows), and in memory from the moment the disk is full. `onChange` is told of the latter.
 */
export async function openShelf(name: string, onChange: () => void): Promise<OpenedShelf> {
  let state: StorageState = 'ok';
  try {
    const disk = await dexieShelf(name);
    const onFull = () => {
      state = 'full';
      onChange();
    };
    const shelf = spareShelf({ shelf: disk, contents: () => disk.contents(), isFull, onFull });
    return { shelf, storage: () => state };
  } catch {
    return { shelf: memoryShelf(), storage: () => 'unavailable' };
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
