import { bringOverIn, inOrder, type Belongings } from './belongings';
import type { Registry } from './registry';
import type { NewEntry, OutboxEntry, Shelf, ShelfTx } from './shelf';
import { everything } from './tables';

interface RescueOptions {
  readonly shelf: Shelf;
  readonly registry: Registry;
  /** how often the database was closed by somebody else, and opened again */
  reopened(): number;
  /** told when the shelf cannot be watched */
  report(error: unknown): void;
}

/**
 * What a visitor did without a name is not among them: it is never sent, and who deletes what this browser keeps of
 * them means it.
 */
const unsent = ['again', 'waiting', 'refused'] as const;

/**
 * Holds what is unsent in memory as well, for the moment in which the database is deleted under an open page: by
 * "clear site data", by a browser that needs space, by a program that tidies up.
 */
export class Rescue {
  /** as the shelf was read last */
  #entries: ReadonlyMap<string, OutboxEntry> = new Map();
  /** what was written since, by id */
  readonly #fresh = new Map<string, NewEntry>();
  #state: Omit<Belongings, 'entries' | 'kept'> = { followed: [] };
  readonly #options: RescueOptions;
  readonly #stops: readonly (() => void)[];

  constructor(options: RescueOptions) {
    this.#options = options;
    const { shelf, report } = options;
    this.#stops = [
      shelf.watchCalmly(
        (tx) => this.#read(tx),
        ({ entries, settled }) => {
          this.#entries = entries;
          for (const id of settled) this.#fresh.delete(id);
        },
        report
      ),
      // One by one: with every stream that moves on, only the cursors are read again.
      shelf.watch(
        (tx) => tx.cursors(),
        (cursors) => (this.#state = { ...this.#state, followed: cursors.map(({ stream }) => stream) }),
        report
      ),
      shelf.watch(
        (tx) => tx.device(),
        (device) => (this.#state = { ...this.#state, device }),
        report
      ),
      shelf.watch(
        (tx) => tx.snapshot(),
        (snapshot) => (this.#state = { ...this.#state, snapshot }),
        report
      )
    ];
  }

  get belongings(): Belongings {
    const written = [...this.#fresh.values()].filter(({ id }) => !this.#entries.has(id));
    return { ...this.#state, entries: [...inOrder([...this.#entries.values()]), ...written], kept: [] };
  }

  /** Writes to the shelf, and holds what becomes unsent by it. */
  async write<T>(work: (tx: ShelfTx) => Promise<T>): Promise<T> {
    const { shelf, registry, reopened } = this.#options;
    const before = reopened();
    let added: NewEntry[] = [];
    const done = await shelf.write((tx) => {
      added = [];
      return work({ ...tx, addEntries: (entries) => (added.push(...entries), tx.addEntries(entries)) });
    });
    for (const entry of added) if (entry.state !== 'local') this.#fresh.set(entry.id, entry);
    // Written to the old database in its last moment, when all was brought over already.
    if (reopened() !== before) await shelf.write((tx) => bringOverIn(tx, registry, this.belongings));
    return done;
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  /** With each deed only the new ones are read; all of them, when some have gone. */
  async #read(tx: ShelfTx): Promise<Reading> {
    const settled = [...this.#fresh.keys()];
    const counts = await tx.counts();
    const total = unsent.reduce((sum, state) => sum + counts[state], 0);
    if (total === 0) return { entries: new Map(), settled };
    // Nearly always one alone: of the others nothing is looked for.
    const states = unsent.filter((state) => counts[state] > 0);
    const last = Math.max(0, ...[...this.#entries.values()].map(({ order }) => order));
    const entries = new Map([...this.#entries, ...(await entriesAfter(tx, last, states))]);
    return { entries: entries.size === total ? entries : new Map(await entriesAfter(tx, 0, states)), settled };
  }
}

interface Reading {
  readonly entries: ReadonlyMap<string, OutboxEntry>;
  /** written before the reading began: what it does not show is no longer unsent */
  readonly settled: readonly string[];
}

async function entriesAfter(
  tx: ShelfTx,
  order: number,
  states: readonly (typeof unsent)[number][]
): Promise<(readonly [string, OutboxEntry])[]> {
  const found = await Promise.all(states.map((state) => tx.entriesIn(state, order, everything)));
  return found.flat().map((entry) => [entry.id, entry] as const);
}
