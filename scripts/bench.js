// npm run bench [-- server|office|pages|sync …] [--json] [--strict]: measures what ARCHITECTURE's budgets speak of, here and now.
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import './ts-imports.js';
import { benchSync } from './bench-sync.js';
import { budgets, verdicts } from './bench/budgets.js';

const { values: wish, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, strict: { type: 'boolean' } }
});

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const told = (/** @type {string} */ what) => console.error(`… ${what}`);

const { default: makeReady } = await import('../tests/support/global-setup.ts');
await makeReady();
const [{ baseClub, copyBaseClub }, { startServer }, { quietDisk }] = await Promise.all([
  import('../tests/support/base-club-facts.ts'),
  import('../tests/support/server.ts'),
  import('../tests/support/quiet-disk.ts')
]);
const { measureServer } = await import('./bench/server.js');
const { measurePages } = await import('./bench/pages.js');
const { measureOffice } = await import('./bench/office.js');
const { measureCatchUp } = await import('./bench/catch-up.js');

/** Each part's results by name. @type {Record<string, () => Promise<Record<string, number>>>} */
const parts = {
  server: () => measureServer({ startServer, dataDir }),
  office: () => measureOffice({ startServer, dataDir: town, club: baseClub(), told }),
  pages: () => measurePages({ startServer, dataDir, club: baseClub(), profiles, told }),
  sync: async () => ({
    ...(await measureCatchUp({ startServer, dataDir: monthAway, club: baseClub(), profiles })),
    ...(await benchSync(told))
  })
};
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". There are: ${Object.keys(parts).join(' · ')}`);
  process.exit(1);
}

const dataDir = copyBaseClub();
const monthAway = copyBaseClub();
const town = copyBaseClub();
const profiles = join(tmpdir(), `digitaltreff-bench-${process.pid}`);
mkdirSync(profiles, { recursive: true });
try {
  console.error('Measuring. This takes some minutes, and nothing else should run.');
  quietDisk();
  /** @type {Record<string, number>} */ const results = {};
  for (const [name, measure] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) Object.assign(results, await measure());
  const judged = verdicts(results);
  if (wish.json) console.log(JSON.stringify(judged, undefined, 2));
  else
    for (const { name, value, unit, budget, within } of judged)
      console.log(line({ name, value, unit, budget, within }));
  if (wish.strict && judged.some(({ within }) => !within)) process.exitCode = 1;
} finally {
  for (const folder of [dataDir, monthAway, town]) rmSync(folder, { recursive: true, force: true });
  rmSync(profiles, { recursive: true, force: true });
}

/** @param {import('./bench/budgets.js').Verdict} verdict */
function line({ name, value, unit, budget, within }) {
  const sign = budget === undefined ? ' ' : within ? '✓' : '✗';
  const limit = budget === undefined ? '' : `  budget ${budget} ${unit}`;
  return `${sign} ${(budgets[name]?.words ?? name).padEnd(62)} ${String(value).padStart(9)} ${unit}${limit}`;
}
