import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from '../../scripts/build.js';
import { bundle } from '../../scripts/bundle.js';
import { baseClubPlace } from './base-club-facts';
import { rightsClubPlace } from './rights-club';

/** Before all end-to-end tests: one build, one club that they copy, and what makes the club of the rights' tests. */
export default async function globalSetup(): Promise<void> {
  buildIfStale();
  rmSync(baseClubPlace, { recursive: true, force: true });
  const dataDir = join(baseClubPlace, 'data');
  mkdirSync(dataDir, { recursive: true });
  const file = await bundle('tests/support/base-club.ts');
  const { makeBaseClub } = await import(pathToFileURL(file).href);
  writeFileSync(join(baseClubPlace, 'club.json'), JSON.stringify(await makeBaseClub(dataDir), undefined, 2));
  rmSync(dirname(file), { recursive: true });
  renameSync(dirname(await bundle('tests/rights/club.ts')), rightsClubPlace);
}
