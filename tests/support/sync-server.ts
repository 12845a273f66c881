import type { Actor, FactsPort } from '$lib/access/facts';
import { rightsOf } from '$lib/access/rights';
import { ok } from '$lib/base/result';
import type { World } from '$lib/base/world';
import { rooms } from '$lib/rooms';
import type { Store } from '$lib/store/open.server';
import { exchange } from '$lib/sync/exchange.server';
import { EventLog } from '$lib/sync/log.server';
import { parseRequest } from '$lib/sync/parse-request';
import { registry } from '$lib/sync/registry';
import type { Transport } from '$lib/sync/transport';

export const allRooms = registry(rooms);

/** The real server side on a real database; only HTTP is left out. Texts go through JSON as on the wire. */
export interface SyncServer {
  readonly log: EventLog;
  readonly store: Store;
  /** the way of one actor to the server */
  transport(actor: Actor): Transport;
}

export interface SyncServerOptions {
  readonly store: Store;
  readonly world: World;
  readonly port: FactsPort;
}

export function aSyncServer({ store, world, port }: SyncServerOptions): SyncServer {
  const log = new EventLog(store, allRooms, world);
  return {
    log,
    store,
    transport: (actor) => async (body) => {
      const request = parseRequest(body);
      if (!request.ok) throw new Error(`The browser sent a request that is none: ${request.error}`);
      const now = world.now();
      const { grants } = request.value;
      const rights = rightsOf({ actor, port, grants, now, restored: log.restored, snapshot: async () => undefined });
      const answer = await exchange({ log, registry: allRooms, rights, request: request.value, now });
      return ok(JSON.parse(answer.toString()));
    }
  };
}
