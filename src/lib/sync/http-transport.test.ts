import { createServer, type RequestListener } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { httpTransport } from './http-transport.browser';

/** A real server that answers as a test wants; answers its address. */
async function aServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}

/** Answers with what came in: its encoding, and its text unpacked. */
const echo: RequestListener = (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const encoding = request.headers['content-encoding'] ?? 'none';
    const bytes = Buffer.concat(chunks);
    const text = (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ encoding, length: text.length }));
  });
};

test.each([
  [100, 'none'],
  [100_000, 'gzip']
])('a body of %i characters travels with encoding %s', async (length, encoding) => {
  const send = httpTransport(await aServer(echo));
  expect(await send('x'.repeat(length))).toEqual({ ok: true, value: { encoding, length } });
});

test('a status and the wait it asks for are told', async () => {
  const send = httpTransport(
    await aServer((_, response) => {
      response.writeHead(429, { 'retry-after': '7' }).end();
    })
  );
  expect(await send('{}')).toEqual({ ok: false, error: { status: 429, retryAfterMs: 7000 } });
});

test('the sign-in page of a café is no answer', async () => {
  const send = httpTransport(
    await aServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<h1>Willkommen</h1>');
    })
  );
  expect(await send('{}')).toEqual({ ok: false, error: { status: 0 } });
});

test('nobody there is no way to the server', async () => {
  const address = await aServer((request) => void request.socket.destroy());
  expect(await httpTransport(address)('{}')).toEqual({ ok: false, error: { status: 0 } });
});

/** A network on which an answer's head, and each of its two parts, come after so long; answers when it is asked. */
function aSlowNetwork({ headMs = 0, partMs = 0 }): Promise<void> {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers().unstubAllGlobals());
  return new Promise((asked) => {
    vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
      asked();
      const later = (ms: number) =>
        new Promise<void>((resolve, reject) => {
          setTimeout(resolve, ms);
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      const parts = ['{"now"', ':1}'];
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          await later(partMs);
          const part = parts.shift();
          if (part === undefined) controller.close();
          else controller.enqueue(new TextEncoder().encode(part));
        }
      });
      await later(headMs);
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    });
  });
}

const noise = (length: number): string =>
  Array.from({ length }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90))).join('');

test.each([
  ['an answer after 9 s', { headMs: 9000 }, '{}', true],
  ['silence of 11 s', { headMs: 11_000 }, '{}', false],
  ['30 s for as much as a slow way carries in that time', { headMs: 30_000 }, noise(200_000), true],
  ['an answer that comes in parts, 9 s each', { partMs: 9000 }, '{}', true],
  ['an answer that breaks off in the middle', { partMs: 11_000 }, '{}', false]
])('%s: waited for, as long as there is hope', async (_, network, body, isWaitedFor) => {
  const asked = aSlowNetwork(network);
  const sent = httpTransport('/api/sync')(body);
  await asked;
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await sent).toEqual(isWaitedFor ? { ok: true, value: { now: 1 } } : { ok: false, error: { status: 0 } });
  expect(vi.getTimerCount()).toBe(0);
});
