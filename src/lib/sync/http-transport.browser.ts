import { err, ok, type Result } from '$lib/base/result';
import type { Transport, TransportError } from './transport';

/** Above this many characters a body is worth packing: less is packed slower than sent. */
const worthPacking = 8000;

/** A server that says nothing for so long is as good as none: what waits behind this request has to go on. */
const patienceMs = 10_000;

/** The slowest way that is waited for, in bytes a millisecond: 32 kbit/s, what a phone without a tariff has left. */
const slowest = 4;

/** The way over HTTP, packed where the browser can. @param more further headers of the moment */
export function httpTransport(address: string, more: () => Record<string, string> = () => ({})): Transport {
  return async (body) => {
    const patience = new Patience();
    try {
      const { headers, content, sizeBytes } = await packed(body, more());
      patience.wait(patienceMs + sizeBytes / slowest);
      const { signal } = patience;
      const init = { method: 'POST', credentials: 'same-origin', signal, headers, body: content } as const;
      return await read(await fetch(address, init), patience);
    } catch {
      return err({ status: 0 });
    } finally {
      patience.end();
    }
  };
}

/** Gives a request up when nothing was heard for too long; each sign of life gives it new time. */
class Patience {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  wait(ms: number): void {
    this.end();
    this.#timer = setTimeout(() => this.#controller.abort(), ms);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

async function read(response: Response, patience: Patience): Promise<Result<unknown, TransportError>> {
  const wait = Number(response.headers.get('retry-after'));
  if (!response.ok) return err({ status: response.status, ...(wait > 0 ? { retryAfterMs: wait * 1000 } : {}) });
  // A café's sign-in page answers 200 as well, but not with JSON.
  if (!response.headers.get('content-type')?.includes('application/json')) return err({ status: 0 });
  return ok(JSON.parse(await textOf(response, patience)));
}

/** An answer of megabytes on a slow way may last: as long as something comes. */
async function textOf({ body }: Response, patience: Patience): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader) {
    patience.wait(patienceMs);
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

interface Packed {
  readonly headers: Record<string, string>;
  readonly content: string | Blob;
  readonly sizeBytes: number;
}

async function packed(body: string, more: Record<string, string>): Promise<Packed> {
  const headers = { 'content-type': 'application/json', ...more };
  if (body.length < worthPacking || !('CompressionStream' in globalThis))
    return { headers, content: body, sizeBytes: body.length };
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  const content = await new Response(stream).blob();
  return { headers: { ...headers, 'content-encoding': 'gzip' }, content, sizeBytes: content.size };
}
