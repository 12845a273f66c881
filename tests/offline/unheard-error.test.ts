import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../support/server';

/** An app in which something fails that nobody waits for. */
const app = `export const handler = ({ url }, response) => {
  if (url === '/fails') void Promise.reject(new Error('nobody waits for this'));
  response.end('here');
};`;

test('an error that nobody hears is told to the operator, and the server goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'digitaltreff-unheard-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'handler.js'), app);
  const server = await startServer({ dataDir: join(folder, 'data'), env: { BUILD_DIR: folder } });
  for (const path of ['/fails', '/']) expect(await (await fetch(`${server.url}${path}`)).text()).toBe('here');
  // A test in whose server that happens has failed, whatever its pages say.
  await expect(server.stop()).rejects.toThrow('nobody waits for this');
});
