import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** A proof as its command runs it, only shorter. Its exit says whether anything was found; its last line, what it did. */
async function lastLine(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/prove.js', ...args]);
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}

test('bad input brings the server down in no way, and nothing accepted is lost', { timeout: 300_000 }, async () => {
  expect(await lastLine('fuzz', '--requests', '2000', '--calm')).toMatch(/^2000 requests, 0 faults, seed \d+$/);
});
