import { newId, type Id } from '$lib/base/id';
import type { World } from '$lib/base/world';
import type { Table } from './spreadsheet.server';

/** How long a file waits for somebody to say what its columns mean. */
const lifeMs = 60 * 60_000;
const mostDrafts = 20;

interface Draft {
  readonly table: Table;
  /** `staff/<id>`: nobody else sees it */
  readonly by: string;
  readonly until: number;
}

/**
 * Files that were chosen and not taken in yet. They hold more about people than the club may know (family names, and
 * whatever else stands in a list), so they live in the server's memory alone: no disk and no backup ever has them.
 * After an hour, or when the server starts anew, the file is chosen again.
 */
export class ImportDrafts {
  readonly #drafts = new Map<string, Draft>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  keep(table: Table, by: string): Id<'draft'> {
    const id = newId<'draft'>(this.#world);
    this.#drafts.set(id, { table, by, until: this.#world.now() + lifeMs });
    this.#forgetOld();
    return id;
  }

  find(id: string, by: string): Table | undefined {
    this.#forgetOld();
    const draft = this.#drafts.get(id);
    return draft?.by === by ? draft.table : undefined;
  }

  forget(id: string, by: string): void {
    if (this.find(id, by)) this.#drafts.delete(id);
  }

  #forgetOld(): void {
    const now = this.#world.now();
    for (const [id, { until }] of this.#drafts) if (until <= now) this.#drafts.delete(id);
    const oldest = [...this.#drafts.keys()].slice(0, Math.max(0, this.#drafts.size - mostDrafts));
    for (const id of oldest) this.#drafts.delete(id);
  }
}
