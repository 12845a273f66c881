import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newDataDir } from './server';

interface Account {
  id: string;
  username: string;
  name: string;
  password: string;
  /** the value of a session cookie */
  session: string;
}

/** What the tests know of the club that they start from. */
export interface BaseClub {
  office: Account;
  trainer: Account;
  venue: string;
  group: string;
  members: { id: string; firstName: string }[];
  /** today's */
  meeting: string;
  /** the value of an enrolled tablet's cookie */
  tabletCookie: string;
}

/** Where the base club lies: one folder, and beside it what is in it. Made by global-setup.ts, copied by the tests. */
export const baseClubPlace = fileURLToPath(new URL('../../.cache/e2e', import.meta.url));

export function baseClub(): BaseClub {
  const club: BaseClub = JSON.parse(readFileSync(join(baseClubPlace, 'club.json'), 'utf8'));
  return club;
}

/** A folder with a club of its own. */
export function copyBaseClub(): string {
  const dataDir = newDataDir();
  cpSync(join(baseClubPlace, 'data'), dataDir, { recursive: true });
  return dataDir;
}
