import { world } from '$lib/base/world';
import type { Engine } from './engine.browser';
import type { Draft, SyncEvent } from './event';
import { newEventId } from './event-id';

const key = 'digitaltreff.early';

/** Where there is no such storage, deeds wait in this page alone. */
let unstored: readonly unknown[] = [];

/** Deeds that wait for the database, of this page or of one that was left before its database was open. */
export function earlyDeeds(): readonly unknown[] {
  return [...stored(), ...unstored];
}

/**
 * Keeps a deed at once: this storage, unlike the database, needs no waiting. It gets its id here, so that two tabs that
 * find it keep it once.
 */
export function noteEarly(draft: Draft): void {
  const deed = { ...draft, id: newEventId(draft.stream, world) };
  if (!store([...stored(), deed])) unstored = [...unstored, deed];
}

/** Keeps events that could not be kept in a database for the page that is opened next; says whether it could. */
export function keepForNextPage(events: readonly SyncEvent[]): boolean {
  return events.length === 0 || store([...stored(), ...events.map(({ at: _at, ...deed }) => deed)]);
}

let turn: Promise<void> = Promise.resolve();

/**
 * Hands all early deeds to the database. They are forgotten here when they are kept there. One call after another: what
 * the first one hands over, the second need not look for.
 */
export function settleEarly(engine: Engine): Promise<void> {
  const settled = turn.then(() => settle(engine));
  turn = settled.catch(() => undefined);
  return settled;
}

async function settle(engine: Engine): Promise<void> {
  const deeds = earlyDeeds();
  if (deeds.length === 0) return;
  await engine.recordEarly(deeds);
  const settled = new Set(deeds.map((deed) => JSON.stringify(deed)));
  const isOpen = (deed: unknown) => !settled.has(JSON.stringify(deed));
  unstored = unstored.filter(isOpen);
  store(stored().filter(isOpen));
}

function stored(): readonly unknown[] {
  try {
    const deeds: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(deeds) ? deeds : [];
  } catch {
    return [];
  }
}

function store(deeds: readonly unknown[]): boolean {
  try {
    if (deeds.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(deeds));
    return true;
  } catch {
    return false;
  }
}
