import { createServer, type IncomingMessage } from 'node:http';
import { rightsOf } from '$lib/access/rights';
import { world } from '$lib/base/world';
import { rooms } from '$lib/rooms';
import { openStore } from '$lib/store/open.server';
import { answerSync } from '$lib/sync/answer.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aClub, aTablet } from '../support/sync-club';

/** Makes this process a server to be killed: everything real from HTTP to the disk; everybody here is a member. */
export function serve(): void {
  const all = registry(rooms);
  const log = new EventLog(openStore({ dataDir: process.env['DATA_DIR'] ?? '' }), all, world);
  const people = Array.from({ length: 8 }, (_, index) => `person-${index}`);
  const port = aClub({ people, meetings: [] });
  const actor = aTablet('tablet');

  const server = createServer((incoming, reply) => {
    void (async () => {
      const now = world.now();
      const response = await answerSync({
        log,
        registry: all,
        request: new Request('http://localhost/api/sync', { method: 'POST', body: await bytesOf(incoming) }),
        now,
        rights: ({ grants }) => rightsOf({ actor, port, grants, now, snapshot: async () => undefined })
      });
      reply.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text());
    })();
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' ? address?.port : address);
  });
}

async function bytesOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
