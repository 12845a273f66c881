import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle.js';

/**
 * Measures how fast the server takes in events (tests/load/sync-rate.ts says what exactly).
 * @returns {Promise<{ synced: number, bare: number, share: number }>} events a second, and their share
 */
export async function benchSync() {
  const folder = fileURLToPath(new URL('../.cache/bench', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = await bundle('tests/load/sync-rate.ts');
  const { syncRate } = await import(pathToFileURL(file).href);
  return syncRate({ folder, tablets: 30, tabletsAVenue: 1, rounds: 10, pairs: 5 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await benchSync(), undefined, 2));
