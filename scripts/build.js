import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { sourceHash } from './source-hash.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds the app when its sources changed since the last build, and does nothing otherwise.
 * @throws when the build fails, with all that it printed
 */
export function buildIfStale() {
  const folder = join(root, 'build');
  const stamp = join(folder, '.sources');
  const sources = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  console.log('Building.');
  run({}, 'scripts/make-pictures.js');
  run({}, 'scripts/make-fonts.js');
  rmSync(folder, { recursive: true, force: true });
  // Counted once: Kit reads its settings in several processes, and all must mean the same version.
  run({ BUILD_VERSION: sources }, 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, sources);
}

/** @param {Record<string, string | undefined>} env @param {string[]} args a script of this project and its arguments */
function run(env, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env }
  });
  // What a build says matters to nobody who only wants to start the app, unless it fails.
  if (status !== 0) throw new Error(`${stdout}${stderr}\n${args[0]} failed`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfStale();
