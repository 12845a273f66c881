import { world } from '$lib/base/world';
import { openEngine, type Engine } from './engine.browser';
import { isHandedOn } from './handed-on.browser';
import { httpTransport } from './http-transport.browser';
import { Listener } from './listener.browser';
import { databaseName } from './names';
import { openShelf } from './open-shelf.browser';
import { claimListening, pageSurroundings } from './page.browser';
import type { Room } from './projection';
import { registry } from './registry';
import { signalSource } from './signal-source.browser';

/** Opens the engine with everything real: IndexedDB, network, clock. */
export async function openAppEngine(rooms: readonly Room[]): Promise<Engine> {
  const surroundings = pageSurroundings();
  const known = registry(rooms);
  const { shelf, storage, onStorage } = await openShelf(databaseName, {
    registry: known,
    world,
    report: surroundings.report
  });
  const engine = await openEngine({
    registry: known,
    shelf,
    storage,
    world,
    transport: httpTransport('/api/sync', () => (isHandedOn() ? { 'handed-on': '1' } : {})),
    surroundings
  });
  onStorage(() => engine.statusChanged());
  new Listener({
    shelf,
    world,
    surroundings,
    open: signalSource(`/api/live?browser=${engine.device}`),
    claim: claimListening,
    exchange: () => engine.exchange(),
    onLive: (isLive) => engine.liveChanged(isLive),
    others: new BroadcastChannel('digitaltreff.live')
  });
  return engine;
}
