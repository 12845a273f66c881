import { world } from '$lib/base/world';
import { openEngine, type Engine } from './engine.browser';
import { isHandedOn } from './handed-on.browser';
import { httpTransport } from './http-transport.browser';
import { openShelf } from './open-shelf.browser';
import { pageSurroundings } from './page.browser';
import type { Room } from './projection';
import { registry } from './registry';

/** Opens the engine with everything real: IndexedDB, network, clock. */
export async function openAppEngine(rooms: readonly Room[]): Promise<Engine> {
  const { shelf, storage, onStorage } = await openShelf('digitaltreff');
  const engine = await openEngine({
    registry: registry(rooms),
    shelf,
    storage,
    world,
    transport: httpTransport('/api/sync', () => (isHandedOn() ? { 'handed-on': '1' } : {})),
    surroundings: pageSurroundings()
  });
  onStorage(() => engine.statusChanged());
  return engine;
}
