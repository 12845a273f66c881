import type { Dexie } from 'dexie';

/** How long to wait before each attempt to open again, in milliseconds: a browser that clears away needs a moment. */
const attempts = [0, 100, 400, 1600, 6400];

/** What a database says that was closed, or closed in the middle of a deed. */
const closed = ['DatabaseClosedError', 'AbortError'];

/** Whether a deed failed because the database was just being closed: it opens again. */
export const isClosed = (error: unknown): boolean => error instanceof Error && closed.includes(error.name);

/** The same, or it was closed again while it was being opened: the browser did it by force, and nothing is amiss in the app. */
export const isClosing = (error: unknown): boolean =>
  isClosed(error) ||
  (error instanceof Error && error.name === 'OpenFailedError' && error.message.startsWith('AbortError'));

interface Door {
  /** Opens a database that was closed by somebody else, also after an attempt that failed. */
  open(): Promise<void>;
  close(): void;
}

/**
 * A database that a browser closes by force (it was deleted, another tab needs a newer one) is opened again at once,
 * not with the next deed only: what is unsent must be on the disk again before the page goes.
 */
export function staysOpen(db: Dexie, onReopened: () => void): Door {
  let [isOpen, isOver] = [true, false];
  const open = async () => {
    if (db.isOpen() || isOver) return;
    // Dexie remembers the attempt that failed until it is closed.
    if (db.hasFailed()) db.close({ disableAutoOpen: false });
    await db.open();
    if (isOpen) return;
    isOpen = true;
    onReopened();
  };
  async function openAgain(): Promise<void> {
    for (const waitMs of attempts) {
      await new Promise((done) => setTimeout(done, waitMs));
      try {
        return await open();
      } catch {
        // What is written meanwhile is kept in memory (spare-shelf.ts).
      }
    }
  }
  db.on('close', () => {
    if (!isOpen || isOver) return;
    isOpen = false;
    void openAgain();
  });
  return {
    open,
    close() {
      isOver = true;
      db.close();
    }
  };
}
