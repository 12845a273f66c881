import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { serverFlags } from '../server-flags.js';
import { median, several } from './numbers.js';

const program = `import { serve } from './scripts/serve.js'; await serve(process.env);`;
const settledAfterMs = 3000;

/**
 * Starts the built server five times: until its first answer; then, some answers later, the memory that it keeps.
 * @param {{ dataDir: string }} place
 * @returns {Promise<{ serverStartMs: number, serverIdleMb: number }>}
 */
export async function measureServer({ dataDir }) {
  const runs = await several(5, () => oneStart(dataDir));
  return {
    serverStartMs: median(runs.map(({ startMs }) => startMs)),
    serverIdleMb: median(runs.map(({ memoryMb }) => memoryMb))
  };
}

/** @param {string} dataDir */
async function oneStart(dataDir) {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, [...serverFlags, '--input-type=module', '-e', program], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore'
  });
  const gone = new Promise((done) => child.once('exit', done));
  await firstAnswer(`http://127.0.0.1:${port}/de`);
  const startMs = performance.now() - begin;
  await fetch(`http://127.0.0.1:${port}/api/health`);
  await pause(settledAfterMs);
  const memoryMb = residentMb(child.pid);
  child.kill('SIGTERM');
  await gone;
  return { startMs, memoryMb };
}

/** @param {string} address */
async function firstAnswer(address) {
  for (;;) {
    const status = await fetch(address)
      .then((answer) => answer.status)
      .catch(() => 0);
    if (status === 200) return;
    await pause(5);
  }
}

/** @param {number | undefined} pid @returns {number} resident memory in MB; not a number where the system does not say */
function residentMb(pid) {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 1000;
  } catch {
    return Number.NaN;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
