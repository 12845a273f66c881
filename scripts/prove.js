// npm run test:<proof> [-- --<option> <number> …]: bundles a proof of tests/ and runs it in a process of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.js';
import { bundle } from './bundle.js';

/** What each proof is, and whether it talks to the built server. @type {Record<string, { entry: string, built: boolean }>} */
const proofs = {
  schedules: { entry: 'tests/faults/schedules.ts', built: false },
  kills: { entry: 'tests/kills/kills.ts', built: false },
  fuzz: { entry: 'tests/faults/fuzz.ts', built: true },
  growth: { entry: 'tests/load/growth-run.ts', built: false },
  soak: { entry: 'tests/load/soak.ts', built: true },
  restore: { entry: 'tests/faults/restore.ts', built: true }
};

const [name = '', ...options] = process.argv.slice(2);
const proof = proofs[name];
if (!proof) {
  console.error(`There is no proof "${name}". There are: ${Object.keys(proofs).join(' · ')}`);
  process.exit(1);
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (proof.built) buildIfStale();
const file = await bundle(proof.entry);
process.exitCode = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' }).status ?? 1;
