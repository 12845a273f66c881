import { memoryShelf, type ShelfContents } from './memory-shelf';
import type { Shelf, ShelfTx } from './shelf';

interface SpareOptions {
  readonly shelf: Shelf;
  /** everything on the shelf, to go on with in memory */
  contents(): Promise<ShelfContents>;
  isFull(error: unknown): boolean;
  /** told once, when memory takes over */
  onFull(): void;
}

interface Watcher {
  restart(): void;
}

/**
 * A shelf that goes on in memory when the disk is full, with everything that was there. What is on the
 * disk stays there; what comes after is kept until the page is closed, and is still sent.
 */
export function spareShelf({ shelf, contents, isFull, onFull }: SpareOptions): Shelf {
  let current = shelf;
  let moving: Promise<void> | undefined;
  const watchers = new Set<Watcher>();

  async function move(): Promise<void> {
    current = memoryShelf(await contents());
    for (const watcher of watchers) watcher.restart();
    onFull();
  }

  return {
    read: (work) => current.read(work),
    async write(work) {
      const before = current;
      try {
        return await before.write(work);
      } catch (error) {
        if (!isFull(error)) throw error;
        moving ??= move();
        await moving;
        return current.write(work);
      }
    },
    watch<T>(work: (tx: ShelfTx) => Promise<T>, next: (value: T) => void, fail: (error: unknown) => void) {
      let stop = current.watch(work, next, fail);
      const watcher: Watcher = {
        restart() {
          stop();
          stop = current.watch(work, next, fail);
        }
      };
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
        stop();
      };
    },
    close() {
      current.close();
      if (current !== shelf) shelf.close();
    }
  };
}
