import { err, ok, type Result } from '$lib/base/result';
import type { Transport, TransportError } from './transport';

/** Above this many characters a body is worth packing: less is packed slower than sent. */
const worthPacking = 8000;

/** A server that says nothing for so long is as good as none. */
const patienceMs = 120_000;

/** The way over HTTP, packed where the browser can. @param more further headers of the moment */
export function httpTransport(address: string, more: () => Record<string, string> = () => ({})): Transport {
  return async (body) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), patienceMs);
    try {
      const response = await fetch(address, {
        method: 'POST',
        credentials: 'same-origin',
        signal: controller.signal,
        ...(await packed(body, more()))
      });
      return await read(response);
    } catch {
      return err({ status: 0 });
    } finally {
      clearTimeout(timer);
    }
  };
}

async function read(response: Response): Promise<Result<unknown, TransportError>> {
  const wait = Number(response.headers.get('retry-after'));
  if (!response.ok) return err({ status: response.status, ...(wait > 0 ? { retryAfterMs: wait * 1000 } : {}) });
  // A café's sign-in page answers 200 as well, but not with JSON.
  if (!response.headers.get('content-type')?.includes('application/json')) return err({ status: 0 });
  return ok(await response.json());
}

async function packed(body: string, more: Record<string, string>): Promise<Pick<RequestInit, 'headers' | 'body'>> {
  const headers = { 'content-type': 'application/json', ...more };
  if (body.length < worthPacking || !('CompressionStream' in globalThis)) return { headers, body };
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: await new Response(stream).blob() };
}
