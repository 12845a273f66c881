import type { World } from '$lib/base/world';
import { bringOverIn } from './belongings';
import { dexieShelf, type DexieShelf } from './dexie-shelf.browser';
import { memoryShelf } from './memory-shelf';
import type { Registry } from './registry';
import { Rescue } from './rescue';
import type { Shelf } from './shelf';
import { spareShelf, type Trouble } from './spare-shelf';
import type { StorageState } from './status';

export interface OpenedShelf {
  readonly shelf: Shelf;
  /** where work is kept now */
  storage(): StorageState;
  /** Tells when that changes. */
  onStorage(listener: () => void): void;
}

interface OpenOptions {
  readonly registry: Registry;
  readonly world: Pick<World, 'now'>;
  report(error: unknown): void;
}

/**
 * Opens the browser's database, or goes on without: in memory where there is none (some private windows) or it does
 * not open, and in memory while the disk is full. A database that is deleted under an open page is made anew with
 * everything unsent in it.
 */
export async function openShelf(name: string, options: OpenOptions): Promise<OpenedShelf> {
  try {
    return await onDisk(name, options);
  } catch (error) {
    const state = isWithoutDatabase(error) ? 'unavailable' : 'damaged';
    return { shelf: memoryShelf(), storage: () => state, onStorage: () => undefined };
  }
}

async function onDisk(name: string, { registry, world, report }: OpenOptions): Promise<OpenedShelf> {
  let state: StorageState = 'ok';
  let reopened = 0;
  const listeners: (() => void)[] = [];
  const rescued = () => rescue.belongings;
  const disk = await dexieShelf(name, () => {
    reopened += 1;
    shelf.write((tx) => bringOverIn(tx, registry, rescued())).then(shelf.refresh, report);
  });
  await probe(disk);
  const shelf = spareShelf({
    shelf: disk,
    registry,
    contents: () => disk.contents(),
    rescued,
    troubleOf,
    now: () => world.now(),
    onChange(trouble) {
      state = trouble === undefined ? 'ok' : trouble === 'full' ? 'full' : 'damaged';
      for (const listener of listeners) listener();
    }
  });
  const rescue = new Rescue({ shelf, registry, reopened: () => reopened, report });
  const close = () => {
    rescue.close();
    shelf.close();
  };
  return {
    shelf: { ...shelf, write: (work) => rescue.write(work), close },
    storage: () => state,
    onStorage: (listener) => listeners.push(listener)
  };
}

/** A database may open and still not give back what is in it. */
async function probe(disk: DexieShelf): Promise<void> {
  try {
    await disk.read(async (tx) => [await tx.device(), await tx.cursors(), await tx.newestIn('waiting', 1)]);
  } catch (error) {
    disk.close();
    throw error;
  }
}

/** Names of errors in browsers that have no database for this page at all. */
const withoutDatabase = new Set(['MissingAPIError', 'SecurityError', 'InvalidStateError', 'NotSupportedError']);

function isWithoutDatabase(error: unknown): boolean {
  return causesOf(error).some((name) => withoutDatabase.has(name));
}

/** Names of errors of a database that was closed or deleted under an open page, or does not answer any more. */
const lost = new Set([
  'AbortError',
  'DatabaseClosedError',
  'PrematureCommitError',
  'InvalidStateError',
  'NotFoundError',
  'UnknownError'
]);

/** What an error, or what lies behind it, says about the disk. */
export function troubleOf(error: unknown): Trouble | undefined {
  const names = causesOf(error);
  if (names.includes('QuotaExceededError')) return 'full';
  return names.some((name) => lost.has(name)) ? 'lost' : undefined;
}

/** The names of an error and of those behind it. */
function causesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = causeOf(cause)) {
    if ('name' in cause && typeof cause.name === 'string') names.push(cause.name);
  }
  return names;
}

function causeOf(error: object): unknown {
  if ('inner' in error && error.inner !== error) return error.inner;
  return 'cause' in error ? error.cause : undefined;
}
