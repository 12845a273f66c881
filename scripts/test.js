// npm test [-- part …]: everything that has to hold, on two cores. Prints what each part took, and last a line with the sum.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceHash } from './source-hash.js';
import { parts, reports } from './test-parts.js';

/**
 * @typedef {import('./test-parts.js').Part} Part
 * @typedef {import('./test-parts.js').Count} Count
 * @typedef {Count & { name: string, seconds: number, unchanged: boolean }} Outcome
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const lanes = 2;
const mostMinutes = 15;
/** Takes only the time that nobody else wants. */
const leastPriority = 19;

const wishes = process.argv.slice(2);
const chosen = parts.filter(({ name }) => wishes.length === 0 || wishes.some((wish) => name.includes(wish)));
if (chosen.length === 0) {
  console.error(`There is no such part. There are: ${parts.map(({ name }) => name).join(' · ')}`);
  process.exit(1);
}

process.chdir(root);
mkdirSync(reports, { recursive: true });
const started = performance.now();
const outcomes = await runAll(chosen);
report(outcomes, (performance.now() - started) / 1000);
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;

/**
 * Runs up to two parts at a time, and those that fill gaps one after the other beside them.
 * @param {Part[]} wanted @returns {Promise<Outcome[]>}
 */
async function runAll(wanted) {
  const gaps = runInLanes(
    wanted.filter(({ inGaps }) => inGaps),
    1
  );
  const rest = runInLanes(
    wanted.filter(({ inGaps }) => !inGaps),
    lanes
  );
  return (await Promise.all([gaps, rest])).flat();
}

/**
 * Runs up to so many parts at a time; a part that wants the machine alone waits for all others.
 * @param {Part[]} wanted @param {number} width @returns {Promise<Outcome[]>}
 */
async function runInLanes(wanted, width) {
  const waiting = [...wanted];
  /** @type {Map<string, Promise<void>>} */ const running = new Map();
  /** @type {Outcome[]} */ const over = [];
  const isOpen = (/** @type {string} */ name) => running.has(name) || waiting.some((part) => part.name === name);
  const mayStart = (/** @type {Part} */ { after = [], needs = [], alone = false }) =>
    ![...after, ...needs].some(isOpen) && (!alone || running.size + waiting.length === 1);

  while (waiting.length + running.size > 0) {
    const next = running.size < width ? waiting.findIndex(mayStart) : -1;
    const [part] = next < 0 ? [] : waiting.splice(next, 1);
    if (!part) {
      await Promise.race(running.values());
      continue;
    }
    const missing = over.find(({ name, failed }) => failed > 0 && part.needs?.includes(name));
    const run = (missing ? skipPart(part, missing) : runPart(part)).then((outcome) => {
      over.push(outcome);
      running.delete(part.name);
    });
    running.set(part.name, run);
  }
  return over;
}

/** A part that makes no sense without another one has failed with it. @param {Part} part @param {Outcome} missing @returns {Promise<Outcome>} */
async function skipPart({ name }, missing) {
  return told({ name, seconds: 0, passed: 0, failed: 1, unchanged: false }, `Not run, since "${missing.name}" failed.`);
}

/** @param {Part} part @returns {Promise<Outcome>} */
async function runPart(part) {
  const { name, inputs, count } = part;
  const file = join(reports, name.replace(/\W+/g, '-'));
  const stamp = `${file}.passed`;
  const state = inputs && sourceHash(inputs, { tests: true });
  if (state && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
    return told({ name, seconds: 0, passed: 1, failed: 0, unchanged: true }, '');

  rmSync(stamp, { force: true });
  const begin = performance.now();
  const good = await runCommands(part, `${file}.log`);
  const counted = good || count ? counts(count, good) : { passed: 0, failed: 1 };
  if (good && state) writeFileSync(stamp, state);
  const seconds = (performance.now() - begin) / 1000;
  return told({ name, seconds, ...counted, unchanged: false }, good ? '' : readFileSync(`${file}.log`, 'utf8'));
}

/**
 * What the part's own report says. A part that failed without a failed test of its own counts as one failure.
 * @param {Part['count']} count @param {boolean} good @returns {Count}
 */
function counts(count, good) {
  if (!count) return { passed: 1, failed: 0 };
  try {
    const { passed, failed } = count();
    return { passed, failed: good ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @param {Part} part @param {string} log @returns {Promise<boolean>} whether all commands ended well */
async function runCommands({ commands, inGaps, env = {} }, log) {
  const output = openSync(log, 'w');
  const { FORCE_COLOR: _, ...around } = process.env;
  try {
    for (const args of commands) {
      const child = spawn(process.execPath, args, {
        stdio: ['ignore', output, output],
        env: { ...around, ...env, NO_COLOR: '1' },
        timeout: mostMinutes * 60_000
      });
      if (inGaps && child.pid) setPriority(child.pid, leastPriority);
      const status = await new Promise((done) => child.once('error', done).once('exit', done));
      if (status !== 0) return false;
    }
    return true;
  } finally {
    closeSync(output);
  }
}

/** @param {Outcome} outcome @param {string} log */
function told(outcome, log) {
  const { name, seconds, passed, failed, unchanged } = outcome;
  const sign = failed > 0 ? '✗' : '✓';
  const detail = unchanged ? 'unchanged' : `${seconds.toFixed(1)} s${passed + failed > 1 ? `, ${passed} passed` : ''}`;
  console.log(`${sign} ${name}: ${detail}${failed > 0 ? `, ${failed} failed` : ''}`);
  if (log) console.log(`\n${log.trimEnd()}\n`);
  return outcome;
}

/** @param {Outcome[]} outcomes @param {number} total seconds by the clock on the wall */
function report(outcomes, total) {
  const work = outcomes.reduce((sum, { seconds }) => sum + seconds, 0) || 1;
  console.log('\nShare of the time');
  for (const { name, seconds } of [...outcomes].sort((a, b) => b.seconds - a.seconds))
    console.log(`  ${((100 * seconds) / work).toFixed(0).padStart(3)} %  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  console.log(`  together ${total.toFixed(1)} s by the clock\n`);
  const sum = (/** @type {'passed' | 'failed'} */ of) => outcomes.reduce((all, outcome) => all + outcome[of], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}
