import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {object} Part
 * @property {string} name
 * @property {string[][]} commands run one after the other by the Node that runs this; the first to fail ends the part
 * @property {string[]} [inputs] the part is skipped while these files and folders are as they were when it last passed
 * @property {string[]} [after] parts that have to be over before this one starts
 * @property {string[]} [needs] parts without whose success this one makes no sense; they are waited for, too
 * @property {boolean} [alone] takes the whole machine
 * @property {boolean} [inGaps] runs beside all others, and only while they leave a core idle
 * @property {Record<string, string>} [env]
 * @property {() => Count} [count] what its report says; without one the part itself is the one thing that passes or fails
 */

const bin = (/** @type {string} */ path) => join('node_modules', path);
const code = ['src', 'tests', 'scripts', 'static', 'drizzle'];
const tools = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'svelte.config.js',
  'vite.config.ts',
  'playwright.config.ts',
  'drizzle.config.ts',
  'eslint.config.js',
  'eslint.walls.js',
  'knip.config.js',
  '.prettierrc.json',
  '.prettierignore'
];

/** Where reports and logs of a run are kept. */
export const reports = join('.cache', 'test');
const browserReport = join(reports, 'end-to-end.json');

/**
 * A project of Vitest (vite.config.ts) as one part. It shares the machine with the other lane, so it takes one core.
 * @param {string} name @param {string} project @returns {Part}
 */
function vitest(name, project) {
  const report = join(reports, `${project}.json`);
  const options = ['--maxWorkers', '1', '--reporter', 'dot', '--reporter', 'json', '--outputFile.json', report];
  return {
    name,
    commands: [[bin('vitest/vitest.mjs'), 'run', '--project', project, ...options]],
    after: ['build'],
    count: () => {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
      return { passed: numPassedTests, failed: numFailedTests };
    }
  };
}

/** Everything that `npm test` runs; the longest first, since two run at a time. @type {Part[]} */
export const parts = [
  { name: 'build', commands: [['scripts/build.js']] },
  {
    name: 'types',
    commands: [
      [bin('@sveltejs/kit/svelte-kit.js'), 'sync'],
      [bin('svelte-check/bin/svelte-check'), '--tsgo', '--tsconfig', './tsconfig.json', '--fail-on-warnings']
    ],
    inputs: [...code, ...tools],
    // Both write Kit's types: at the same time on a clean clone, each deletes what the other is about to write.
    after: ['build']
  },
  {
    name: 'lint',
    commands: [
      [
        bin('eslint/bin/eslint.js'),
        ...['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/eslint/', '--max-warnings', '0', '.']
      ]
    ],
    inputs: [...code, ...tools],
    inGaps: true
  },
  vitest('proofs', 'proofs'),
  vitest('unit, walls', 'unit'),
  {
    name: 'format',
    commands: [
      [
        bin('prettier/bin/prettier.cjs'),
        ...['--check', '--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier', '.']
      ]
    ],
    inputs: [...code, ...tools, 'README.md', 'docs'],
    inGaps: true
  },
  { name: 'unused code', commands: [[bin('knip/bin/knip.js')]], inputs: [...code, ...tools], inGaps: true },
  { name: 'content', commands: [['scripts/check-content.js']] },
  { name: 'messages', commands: [['scripts/check-messages.js']] },
  { name: 'licences', commands: [['scripts/check-licences.js']] },
  {
    name: 'end-to-end, axe',
    commands: [[bin('@playwright/test/cli.js'), 'test', '--reporter', 'dot,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    needs: ['build'],
    alone: true,
    count: () => {
      const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    }
  }
];
