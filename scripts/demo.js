// npm run demo: serves a ready-made club of a town that does not exist, in a data folder of its own (data-demo).
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale } from './build.js';
import { bundle } from './bundle.js';
import { serve } from './serve.js';
import { sourceHash } from './source-hash.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = join(root, 'data-demo');
/** Says that the folder is the demo's own, and which version of it made it. */
const note = join(dataDir, 'demo.json');

try {
  buildIfStale();
  const { accounts, code } = await prepare();
  await serve({ ...process.env, DATA_DIR: dataDir });
  console.log('\nThis club is made up. Sign in at /de/sign-in with one of:');
  for (const { username, password, role } of accounts)
    console.log(`  ${username.padEnd(12)}${password.padEnd(24)}(${role})`);
  console.log(`Make this browser a tablet of the club at /de/enrol, within ten minutes, with the code ${code}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** Makes the club when it is missing or was made by an older version; else it stays as it was left. */
async function prepare() {
  const file = await bundle('scripts/demo/club.ts');
  const { accounts, freshenDemoClub, makeDemoClub } = await import(pathToFileURL(file).href);
  rmSync(dirname(file), { recursive: true, force: true });
  const version = sourceHash(['drizzle', 'scripts/demo', 'src/lib/store']);
  const now = Date.now();
  if (!isMadeBy(version)) {
    console.log('Making the demo club.');
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(note, '{}');
    await makeDemoClub({ dataDir, contentDir: join(root, 'content'), now });
    writeFileSync(note, JSON.stringify({ version }));
  }
  return { accounts, ...(await freshenDemoClub({ dataDir, now })) };
}

/**
 * @param {string} version
 * @throws when the folder holds something else: that is never deleted
 */
function isMadeBy(version) {
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')).version === version;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new Error(`${dataDir} holds data that the demo did not make. Move that away, then start the demo again.`);
  return false;
}
