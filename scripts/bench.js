// npm run bench [-- --json] [--strict]: measures what ARCHITECTURE's budgets speak of, on this machine, now.
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import './ts-imports.js';
import { benchSync } from './bench-sync.js';
import { budgets, verdicts } from './bench/budgets.js';

const { values: wish } = parseArgs({ options: { json: { type: 'boolean' }, strict: { type: 'boolean' } } });

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const told = (/** @type {string} */ what) => console.error(`… ${what}`);

const { default: makeReady } = await import('../tests/support/global-setup.ts');
await makeReady();
const [{ baseClub, copyBaseClub }, { startServer }] = await Promise.all([
  import('../tests/support/base-club-facts.ts'),
  import('../tests/support/server.ts')
]);
const { measureServer } = await import('./bench/server.js');
const { measurePages } = await import('./bench/pages.js');
const { measureCatchUp } = await import('./bench/catch-up.js');

const dataDir = copyBaseClub();
const monthAway = copyBaseClub();
const profiles = join(tmpdir(), `digitaltreff-bench-${process.pid}`);
mkdirSync(profiles, { recursive: true });
try {
  console.error('Measuring. This takes about two minutes, and nothing else should run.');
  const results = {
    ...(await measureServer({ startServer, dataDir })),
    ...(await measurePages({ startServer, dataDir, club: baseClub(), profiles, told })),
    ...(await measureCatchUp({ startServer, dataDir: monthAway, club: baseClub(), profiles })),
    ...syncResults(await benchSync())
  };
  const judged = verdicts(results);
  if (wish.json) console.log(JSON.stringify(judged, undefined, 2));
  else
    for (const { name, value, unit, budget, within } of judged)
      console.log(line({ name, value, unit, budget, within }));
  if (wish.strict && judged.some(({ within }) => !within)) process.exitCode = 1;
} finally {
  for (const folder of [dataDir, monthAway]) rmSync(folder, { recursive: true, force: true });
  rmSync(profiles, { recursive: true, force: true });
}

/** @param {{ synced: number, bare: number, share: number }} rates */
function syncResults({ synced, bare, share }) {
  return { syncedEventsPerSecond: synced, bareRowsPerSecond: bare, syncShare: share };
}

/** @param {import('./bench/budgets.js').Verdict} verdict */
function line({ name, value, unit, budget, within }) {
  const sign = budget === undefined ? ' ' : within ? '✓' : '✗';
  const limit = budget === undefined ? '' : `  budget ${budget} ${unit}`;
  return `${sign} ${(budgets[name]?.words ?? name).padEnd(62)} ${String(value).padStart(9)} ${unit}${limit}`;
}
