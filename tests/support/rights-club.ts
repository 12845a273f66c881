import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { actorsOf, type TestActor } from '../rights/actors';
import type { RightsClub } from '../rights/rights-club';
import { baseClubPlace } from './base-club-facts';
import { newDataDir, startServer, type TestServer } from './server';

/** Where global-setup.ts puts the bundled tests/rights/club.ts. */
export const rightsClubPlace = join(baseClubPlace, 'rights-club');

export interface RightsServer {
  readonly club: RightsClub;
  readonly server: TestServer;
  /** the one of the table (tests/rights/table.ts) */
  actor(name: string): TestActor;
  stop(): Promise<void>;
}

/** A club with a past, and a server of its own. `prepare` sees its folder before the server does. */
export async function startRightsClub(prepare: (dataDir: string) => void = () => undefined): Promise<RightsServer> {
  const dataDir = newDataDir();
  const { makeRightsClub } = await import(pathToFileURL(join(rightsClubPlace, 'main.js')).href);
  const club: RightsClub = await makeRightsClub(dataDir);
  prepare(dataDir);
  const server = await startServer({ dataDir });
  const actors = actorsOf(club);
  return {
    club,
    server,
    actor(name) {
      const actor = actors[name];
      if (!actor) throw new Error(`Nobody is ${name}`);
      return actor;
    },
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}
