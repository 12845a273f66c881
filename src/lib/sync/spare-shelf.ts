import { belongingsIn, bringOverIn, type Belongings } from './belongings';
import { memoryShelf, type ShelfContents } from './memory-shelf';
import type { Registry } from './registry';
import type { Shelf, ShelfTx } from './shelf';

/** How often the disk is tried again. */
const triedAgainAfterMs = 60_000;

/** Why memory took over: the disk has no room, or the database cannot be reached any more. */
export type Trouble = 'full' | 'lost';

export interface SpareOptions {
  readonly shelf: Shelf;
  readonly registry: Registry;
  /** everything on the shelf, to go on with in memory */
  contents(): Promise<ShelfContents>;
  /** what is held in memory anyway, for a shelf that cannot be read any more */
  rescued(): Belongings;
  /** what an error of the shelf means, if it means more than itself */
  troubleOf(error: unknown): Trouble | undefined;
  /** told when memory takes over, and when the disk does again */
  onChange(trouble: Trouble | undefined): void;
  /** UTC milliseconds */
  now(): number;
}

export interface SpareShelf extends Shelf {
  /** Whoever watches reads again. */
  refresh(): void;
}

/**
 * A shelf that goes on in memory when the disk is full or gone, with everything that was there. What is on the disk
 * stays there; what comes after is kept until the page is closed, and is still sent. When there is room again, it is
 * brought over to the disk.
 */
export function spareShelf(options: SpareOptions): SpareShelf {
  const { shelf, registry } = options;
  let current = shelf;
  let moving: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let triedAt = 0;
  let followed: readonly string[] = [];
  const watchers = new Set<() => void>();
  const refresh = () => watchers.forEach((restart) => restart());

  function stand(place: Shelf, trouble?: Trouble): void {
    current = place;
    refresh();
    options.onChange(trouble);
  }

  async function move(trouble: Trouble): Promise<void> {
    const memory = memoryShelf(trouble === 'full' ? await options.contents() : undefined);
    if (trouble === 'lost') await memory.write((tx) => bringOverIn(tx, registry, options.rescued()));
    followed = (await memory.read((tx) => tx.cursors())).map(({ stream }) => stream);
    triedAt = options.now();
    stand(memory, trouble);
  }

  async function goBack(): Promise<void> {
    if (Math.abs(options.now() - triedAt) < triedAgainAfterMs) return;
    triedAt = options.now();
    const belongings = await current.read(belongingsIn);
    const left = followed.filter((stream) => !belongings.followed.includes(stream));
    try {
      await shelf.write((tx) => bringOverIn(tx, registry, { ...belongings, left }));
    } catch {
      // Still no room: everything stays in memory.
      return;
    }
    stand(shelf);
  }

  /** What was cut off is begun once more, as with a reading: a database that was closed opens again by itself. */
  async function onDisk<T>(work: (tx: ShelfTx) => Promise<T>): Promise<{ readonly done: T } | undefined> {
    let trouble: Trouble | undefined;
    for (let attempt = 0; attempt < 2 && trouble !== 'full'; attempt += 1) {
      try {
        return { done: await shelf.write(work) };
      } catch (error) {
        trouble = options.troubleOf(error);
        if (trouble === undefined) throw error;
      }
    }
    const reason = trouble ?? 'lost';
    if (current === shelf) await (moving ??= move(reason).finally(() => (moving = undefined)));
    return undefined;
  }

  /** In memory one thing is written after another, so that nothing is written while all is brought over. */
  function inTurn<T>(work: (tx: ShelfTx) => Promise<T>): Promise<T> {
    const done = turn.then(async () => {
      if (current !== shelf) await goBack();
      const written = current === shelf ? await onDisk(work) : undefined;
      return written === undefined ? current.write(work) : written.done;
    });
    turn = done.catch(() => undefined);
    return done;
  }

  /** Watches the shelf that things are kept on now. */
  function watching(begin: (place: Shelf) => () => void): () => void {
    let stop = begin(current);
    const restart = () => {
      stop();
      stop = begin(current);
    };
    watchers.add(restart);
    return () => {
      watchers.delete(restart);
      stop();
    };
  }

  return {
    refresh,
    async read(work) {
      try {
        return await current.read(work);
      } catch (error) {
        if (options.troubleOf(error) !== 'lost') throw error;
        return current.read(work);
      }
    },
    async write(work) {
      const written = current === shelf ? await onDisk(work) : undefined;
      return written === undefined ? inTurn(work) : written.done;
    },
    watch: (work, next, fail) => watching((place) => place.watch(work, next, fail)),
    watchCalmly: (work, next, fail) => watching((place) => place.watchCalmly(work, next, fail)),
    close() {
      current.close();
      if (current !== shelf) shelf.close();
    }
  };
}
