import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverFlags } from '../../scripts/server-flags.js';

interface Wanted {
  /** Kept when the server stops, so that another can go on with it. Without one: a new, empty folder. */
  dataDir?: string;
  /** 0 takes a free one. */
  port?: number;
  env?: Record<string, string>;
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything that was printed so far. */
  output: () => string;
  /** Ends it as a power cut would. @throws, as `stop` does, when something went wrong in it that nobody had asked for */
  kill: () => Promise<void>;
  /** Ends it in order; a folder that was made for it goes. */
  stop: () => Promise<void>;
}

/**
 * The way into `npm start` behind the build: tests share one build, which the runner has made. Its input is a pipe from
 * here: a test that fails leaves without a word, the pipe ends with it, and so does the server.
 */
const program = `import { serve } from './scripts/serve.js';
process.stdin.once('end', () => process.exit()).resume().unref();
serve(process.env).catch((error) => { console.error(error.message); process.exit(1); });`;

/** A folder of its own, below the system's temporary one. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'digitaltreff-e2e-'));

/** Starts the built server in a process of its own and waits until it answers. */
export async function startServer({ dataDir, port = 0, env = {} }: Wanted = {}): Promise<TestServer> {
  const folder = dataDir ?? newDataDir();
  const child = spawn(process.execPath, [...serverFlags, '--input-type=module', '-e', program], {
    // Every way to run a test begins in the project's folder; the proofs are bundled, and lie elsewhere.
    cwd: process.cwd(),
    env: { ...process.env, HOST: '127.0.0.1', ORIGIN: '', ...env, PORT: String(port), DATA_DIR: folder },
    stdio: ['pipe', 'pipe', 'pipe']
  });
  const printed: string[] = [];
  const address = await readyAddress(child, printed);
  let isEnded = false;
  const end = async (signal: NodeJS.Signals) => {
    if (isEnded) return;
    isEnded = true;
    const isCrashed = child.exitCode !== null || child.signalCode !== null;
    const gone = new Promise((done) => child.once('exit', done));
    if (!isCrashed) {
      child.kill(signal);
      await gone;
    }
    if (isCrashed || printed.some((text) => text.includes('Unexpected error')))
      throw new Error(`The server failed by itself:\n${printed.join('')}`);
  };
  return {
    url: address,
    port: Number(new URL(address).port),
    dataDir: folder,
    pid: child.pid ?? 0,
    output: () => printed.join(''),
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    }
  };
}

function readyAddress(child: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const listen = (data: Buffer) => {
      printed.push(String(data));
      const address = /Digitaltreff is ready: (http:\/\/localhost:\d+)/.exec(printed.join(''))?.[1];
      if (address) done(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => fail(new Error(`The server ended:\n${printed.join('')}`)));
  });
}
