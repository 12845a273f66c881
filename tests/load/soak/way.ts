import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { err, ok } from '$lib/base/result';
import type { Transport } from '$lib/sync/transport';

interface Place {
  readonly port: number;
  /** the cookie header */
  readonly cookie: string;
  /** its connections; without it, those of all */
  readonly agent?: Agent;
}

const sharedAgent = new Agent({ keepAlive: true, maxSockets: 256 });
const patienceMs = 30_000;
const worthPacking = 2000;

/** The way of one tablet to a real server, as its browser would go it. */
export function wayTo({ port, cookie, agent = sharedAgent }: Place): Transport {
  return (text) =>
    new Promise((done) => {
      const isPacked = text.length > worthPacking;
      const body = isPacked ? gzipSync(text, { level: 1 }) : Buffer.from(text);
      const headers = {
        cookie,
        'content-type': 'application/json',
        'content-length': String(body.length),
        ...(isPacked ? { 'content-encoding': 'gzip' } : {})
      };
      const outgoing = request(
        { host: '127.0.0.1', port, path: '/api/sync', method: 'POST', headers, agent },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', () => done(err({ status: 0 })));
          incoming.on('end', () => {
            const status = incoming.statusCode ?? 0;
            done(status === 200 ? ok(JSON.parse(Buffer.concat(parts).toString('utf8'))) : err({ status }));
          });
        }
      );
      outgoing.setTimeout(patienceMs, () => outgoing.destroy(new Error('silence')));
      outgoing.on('error', () => done(err({ status: 0 })));
      outgoing.end(body);
    });
}

/** Closes all connections that were kept. */
export function hangUp(): void {
  sharedAgent.destroy();
}
