import { err, ok, type Result } from '$lib/base/result';
import type { Transport, TransportError } from './transport';

/** Above this many characters a body is worth packing. */
const worthPacking = 2000;

/** A server that says nothing for so long is as good as none. */
const patienceMs = 30_000;

/** The way over HTTP, packed where the browser can. @param more further headers of the moment */
export function httpTransport(address: string, more: () => Record<string, string> = () => ({})): Transport {
  return async (body) => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Each sign of life gives new time: a month's news need more than that on a slow line.
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), patienceMs);
    };
    try {
      heard();
      const response = await fetch(address, {
        method: 'POST',
        credentials: 'same-origin',
        signal: controller.signal,
        ...(await packed(body, more()))
      });
      return await read(response, heard);
    } catch {
      return err({ status: 0 });
    } finally {
      clearTimeout(timer);
    }
  };
}

async function read(response: Response, heard: () => void): Promise<Result<unknown, TransportError>> {
  const wait = Number(response.headers.get('retry-after'));
  if (!response.ok) return err({ status: response.status, ...(wait > 0 ? { retryAfterMs: wait * 1000 } : {}) });
  // A café's sign-in page answers 200 as well, but not with JSON.
  if (!response.headers.get('content-type')?.includes('application/json')) return err({ status: 0 });
  const value: unknown = JSON.parse(await textOf(response, heard));
  await nextTask();
  return ok(value);
}

async function textOf({ body }: Response, heard: () => void): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) return text + decoder.decode();
    heard();
    text += decoder.decode(part.value, { stream: true });
  }
}

/** Lets the page answer between two long pieces of work. A timer would do, too, but sleeps in a hidden page. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

async function packed(body: string, more: Record<string, string>): Promise<Pick<RequestInit, 'headers' | 'body'>> {
  const headers = { 'content-type': 'application/json', ...more };
  if (body.length < worthPacking || !('CompressionStream' in globalThis)) return { headers, body };
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: await new Response(stream).blob() };
}
