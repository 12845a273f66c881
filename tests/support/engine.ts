import { onTestFinished } from 'vitest';
import { err, ok } from '$lib/base/result';
import { openEngine, type Engine } from '$lib/sync/engine.browser';
import { memoryShelf } from '$lib/sync/memory-shelf';
import type { Shelf } from '$lib/sync/shelf';
import type { StorageState, SyncStatus } from '$lib/sync/status';
import type { Transport, TransportError } from '$lib/sync/transport';
import type { ExchangeAnswer, ExchangeRequest } from '$lib/sync/wire';
import { aWorld } from './events';
import { aPage, type TestPage } from './page';
import { aStore } from './store';
import { aClub, aTablet } from './sync-club';
import { allRooms, aSyncServer } from './sync-server';

export const engineStart = Date.UTC(2026, 10, 24, 9);

type Reply = Awaited<ReturnType<Transport>>;
type Intercept = (body: string, pass: () => Promise<Reply>) => Promise<Reply>;

/** A way to a server that a test can cut, slow and change. */
export interface TestWay {
  readonly transport: Transport;
  /** what came through, as the server read it */
  readonly requests: ExchangeRequest[];
  /** from now on, every request goes through this */
  through(intercept: Intercept): void;
  fail(error: TransportError): void;
  restore(): void;
}

/** A way to any server. */
export function aWay(server: Transport): TestWay {
  const pass: Intercept = (_, go) => go();
  let intercept = pass;
  const requests: ExchangeRequest[] = [];
  return {
    requests,
    transport: (body) =>
      intercept(body, () => {
        requests.push(JSON.parse(body));
        return server(body);
      }),
    through: (next) => void (intercept = next),
    fail: (error) => void (intercept = async () => err(error)),
    restore: () => void (intercept = pass)
  };
}

/** An answer of a server that has nothing to say, but for what the test wants. */
export function anAnswer(wanted: Partial<ExchangeAnswer> = {}): Reply {
  const nothing = { now: engineStart, epoch: 'e1', accepted: [], refused: [], streams: {}, gone: [], left: [] };
  return ok({ ...nothing, ...wanted });
}

export interface EngineTest {
  readonly engine: Engine;
  readonly page: TestPage;
  readonly way: TestWay;
  readonly shelf: Shelf;
  readonly world: ReturnType<typeof aWorld>;
  status(): Promise<SyncStatus>;
}

interface Wanted {
  readonly shelf?: Shelf;
  readonly way?: TestWay;
  readonly seed?: number;
  readonly storage?: () => StorageState;
}

/** An engine on a tablet of a club with Anna, Bert and one meeting, with a real server behind a test's way. */
export async function anEngine({
  shelf = memoryShelf(),
  way = aClubWay(),
  seed = 1,
  storage
}: Wanted = {}): Promise<EngineTest> {
  const world = aWorld(engineStart, seed);
  const page = aPage();
  const engine = await openEngine({
    registry: allRooms,
    shelf,
    world,
    transport: way.transport,
    surroundings: page,
    storage: storage ?? (() => 'ok')
  });
  onTestFinished(() => engine.close());
  return { engine, page, way, shelf, world, status: () => statusOf(engine) };
}

/** The way of a tablet to a club's server of its own. Another seed is another incarnation of its database. */
export function aClubWay(seed = 99): TestWay {
  const port = aClub({ people: ['anna', 'bert'], meetings: ['m1'] });
  const server = aSyncServer({ store: aStore(), world: aWorld(engineStart, seed), port });
  return aWay(server.transport(aTablet('t1')));
}

function statusOf(engine: Engine): Promise<SyncStatus> {
  return new Promise((resolve, reject) => {
    const stop = engine.watchStatus((status) => {
      queueMicrotask(() => stop());
      resolve(status);
    }, reject);
  });
}
