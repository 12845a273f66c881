import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RightsClub } from '../rights/rights-club';
import { baseClubPlace } from './base-club-facts';
import { newDataDir } from './server';

/** Where global-setup.ts puts the bundled tests/rights/club.ts. */
export const rightsClubPlace = join(baseClubPlace, 'rights-club');

/** A club with a past, in a folder of its own. */
export async function rightsClub(): Promise<{ club: RightsClub; dataDir: string }> {
  const dataDir = newDataDir();
  mkdirSync(dataDir, { recursive: true });
  const { makeRightsClub } = await import(pathToFileURL(join(rightsClubPlace, 'main.js')).href);
  const club: RightsClub = await makeRightsClub(dataDir);
  return { club, dataDir };
}
