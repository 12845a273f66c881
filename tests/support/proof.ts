import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A proof as its command runs it, only shorter: what it says last. Throws with all that it said where anything was found. */
export async function lastLine(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/prove.js', ...args]);
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}
