import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serve } from '../../scripts/serve.js';

/**
 * An app that is loaded only when the server has read a request's head (Node says "continue" then); what is answered to
 * that is written down beside it.
 */
const slowApp = `import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
const early = request(process.env.DIGITALTREFF_ADDRESS, { headers: { expect: '100-continue' } });
early.on('response', ({ statusCode }) => writeFileSync(new URL('answered', import.meta.url), String(statusCode)));
early.flushHeaders();
await once(early, 'continue');
early.end();
export const handler = (_, response) => response.writeHead(418).end();
`;

test('what is asked while the app is being loaded is answered when it is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'digitaltreff-early-'));
  writeFileSync(join(folder, 'handler.js'), slowApp);
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  for (const name of ['DATA_DIR', 'DIGITALTREFF_ADDRESS', 'ORIGIN', 'PROTOCOL_HEADER', 'BODY_SIZE_LIMIT'])
    vi.stubEnv(name, '');
  const server = await serve({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), BUILD_DIR: folder });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    log.mockRestore();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  await vi.waitFor(() => expect(readFileSync(join(folder, 'answered'), 'utf8')).toBe('418'));
});
