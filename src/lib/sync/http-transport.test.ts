import { createServer, type RequestListener } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
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
