// Runs before every command on whatever Node (20 or newer) is there, with Node's own modules alone: installs what
// the lock file names when that changed, and nothing otherwise. The commands then run on the Node that npm installed.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.digitaltreff-install');

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Digitaltreff needs Node 20 or newer. This is Node ${process.versions.node}.`);
  process.exit(1);
}

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
  console.log('Installing what is needed. This happens once.');
  install();
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * `npm ci` by the very Node and npm that started us: `node_modules/.bin/node` disappears while it works.
 * No install scripts: every native part comes ready inside its package.
 */
function install() {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const outside = node && !node.startsWith(root) ? node : process.execPath;
  const [command, before] = npm ? [outside, [npm]] : ['npm', []];
  const run = spawnSync(command, [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit'
  });
  if (run.status !== 0) {
    console.error('The installation did not work. Is there a network? Nothing else has changed. Please try again.');
    process.exit(1);
  }
}
