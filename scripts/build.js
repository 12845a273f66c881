import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { sourceHash } from './source-hash.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'build', '.sources');

/**
 * Builds the app when its sources changed since the last build, and does nothing otherwise.
 * @throws when the build fails; what it printed stands above
 */
export function buildIfStale() {
  const sources = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  console.log('Building.');
  run('scripts/make-pictures.js');
  rmSync(join(root, 'build'), { recursive: true, force: true });
  run('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stamp, sources);
}

/** @param {string[]} args a script of this project and its arguments */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args[0]} failed`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfStale();
