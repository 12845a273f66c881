import { world } from '$lib/base/world';
import { Engine, openEngine } from './engine.browser';
import { httpTransport } from './http-transport.browser';
import { openShelf } from './open-shelf.browser';
import { pageSurroundings } from './page.browser';
import type { Room } from './projection';
import { registry } from './registry';

/** Opens the engine with everything real: IndexedDB, network, clock. */
export async function openAppEngine(rooms: readonly Room[]): Promise<Engine> {
  let engine: Engine | undefined;
  const { shelf, storage } = await openShelf('digitaltreff', () => engine?.statusChanged());
  engine = await openEngine({
    registry: registry(rooms),
    shelf,
    storage,
    world,
    transport: httpTransport('/api/sync'),
    surroundings: pageSurroundings()
  });
  return engine;
}
