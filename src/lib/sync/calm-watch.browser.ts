import { Dexie, type ObservabilitySet } from 'dexie';
import { isClosed } from './stays-open.browser';

/** How long changes are gathered, in milliseconds. */
const gatherMs = 100;

/**
 * Reads now, and after changes of the database by any tab: once for all changes of a tenth of a second, so that a slow
 * tablet on which one tap follows another has its time for the taps.
 */
export function watchCalmly<T>(
  { name }: Dexie,
  read: () => PromiseLike<T>,
  next: (value: T) => void,
  fail: (error: unknown) => void
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isReading, isStale, isOver] = [false, false, false];

  async function look() {
    timer = undefined;
    [isReading, isStale] = [true, false];
    try {
      const value = await read();
      if (!isOver) next(value);
    } catch (error) {
      // What is just being closed opens again, and is read anew.
      if (!isOver && !isClosed(error)) fail(error);
    }
    isReading = false;
    if (isStale) soon();
  }

  function soon() {
    if (isReading) isStale = true;
    else if (!isOver) timer ??= setTimeout(() => void look(), gatherMs);
  }

  const onMutated = (parts: ObservabilitySet) => {
    if (Object.keys(parts).some((part) => part.startsWith(`idb://${name}/`))) soon();
  };
  Dexie.on.storagemutated.subscribe(onMutated);
  void look();
  return () => {
    isOver = true;
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(onMutated);
  };
}
