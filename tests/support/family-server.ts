import type { Actor } from '$lib/access/facts';
import { rightsOf } from '$lib/access/rights';
import { ok } from '$lib/base/result';
import type { World } from '$lib/base/world';
import { familyDoor } from '$lib/family/families.server';
import { FamilyLimits, type FamilyBudget } from '$lib/family/limits.server';
import type { Store } from '$lib/store/open.server';
import { exchange } from '$lib/sync/exchange.server';
import { EventLog } from '$lib/sync/log.server';
import { parseRequest } from '$lib/sync/parse-request';
import type { Transport } from '$lib/sync/transport';
import { aStore } from './store';
import { aClub } from './sync-club';
import { allRooms } from './sync-server';

export interface FamilyServer {
  readonly log: EventLog;
  readonly store: Store;
  readonly transport: Transport;
}

interface Wanted {
  readonly world: World;
  readonly store?: Store;
  readonly budget?: FamilyBudget;
}

const nobody: Actor = { kind: 'visitor' };

/** The real server as families meet it, without an account; only HTTP is left out. */
export function aFamilyServer({ world, store = aStore(), budget }: Wanted): FamilyServer {
  const log = new EventLog(store, allRooms, world);
  const limits = new FamilyLimits(budget);
  const port = aClub({ people: [], meetings: [] });
  return {
    log,
    store,
    async transport(body) {
      const request = parseRequest(body);
      if (!request.ok) throw new Error(`The browser sent a request that is none: ${request.error}`);
      const { grants } = request.value;
      const now = world.now();
      const families = familyDoor(store, { grants, address: '192.0.2.1', limits, now });
      const rights = rightsOf({ actor: nobody, port, grants, families, now, snapshot: async () => undefined });
      const alongside = families?.alongside;
      return ok(
        JSON.parse(
          (await exchange({ log, registry: allRooms, rights, request: request.value, now, alongside })).toString()
        )
      );
    }
  };
}

/** All rows of all its tables, as text. */
export const everythingStored = ({ store: { db } }: FamilyServer): string =>
  JSON.stringify(
    db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all())
  );
