import { errors, type ErrorCode } from '$lib/base/errors';
import { err, ok, type Result } from '$lib/base/result';
import { diskTrouble } from '$lib/store/disk.server';
import { bodyText } from './body.server';
import { exchange, type ExchangeOptions } from './exchange.server';
import type { EventLog } from './log.server';
import { packed } from './packed.server';
import { parseRequest } from './parse-request';
import { piecesOf } from './pieces.server';
import type { Registry } from './registry';
import type { Rights } from './rights';
import type { ExchangeRequest } from './wire';

/** How much its sender may still hand in; if nothing, how long to wait. */
export interface Limit {
  /** before anything of the request is read */
  request(): Promise<Result<void, { readonly waitMs: number }>>;
  /** before its events are looked at */
  events(count: number): Promise<Result<void, { readonly waitMs: number }>>;
}

export interface AnswerOptions {
  readonly log: EventLog;
  readonly registry: Registry;
  readonly request: Request;
  /** UTC milliseconds */
  readonly now: number;
  readonly limit?: Limit;
  rights(request: ExchangeRequest): Rights;
  /** what else is written down about a request, in the commit of its events */
  alongside?(request: ExchangeRequest): (() => void) | undefined;
  /** a line for the operator */
  report?(line: string): void;
}

/** Characters of a request that are read without anybody's waiting for it. */
const lightText = 50_000;

/** How long to wait for somebody to make room on the disk. */
const roomAfterMs = 60_000;

/** `POST /api/sync`, whole: from the bytes of the request to the answer's status and JSON. */
export async function answerSync(options: AnswerOptions): Promise<Response> {
  const { log, registry, request, now, limit } = options;
  const mayAsk = await limit?.request();
  if (mayAsk?.ok === false) return askToWait(mayAsk.error);
  const text = await bodyText(request);
  if (!text.ok) return refuse(text.error);
  const parsed = await piecesOf(text.value.length, lightText)(() => parseRequest(text.value));
  if (!parsed.ok) return refuse(parsed.error);
  const { length } = parsed.value.events;
  const maySend = length > 0 ? await limit?.events(length) : undefined;
  if (maySend?.ok === false) return askToWait(maySend.error);
  const [rights, alongside] = [options.rights(parsed.value), options.alongside?.(parsed.value)];
  const answer = await written({ log, registry, rights, request: parsed.value, now, alongside });
  if (!answer.ok) {
    options.report?.(
      `DATA_DIR takes nothing (${answer.error}). Make room; tablets keep what they have and send it again.`
    );
    return refuse('busy', waitHeader(roomAfterMs));
  }
  const { body, headers } = await packed(answer.value, request.headers.get('accept-encoding'));
  return new Response(inOnePiece(body), {
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': String(body.byteLength),
      'cache-control': 'no-store'
    }
  });
}

/** Bytes as a stream of one chunk: given as they are, or as text, they would be copied twice more. */
function inOnePiece(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    }
  });
}

/** The answer; or, if the disk is why there is none, what SQLite says. Then nothing of the request was kept. */
async function written(options: ExchangeOptions): Promise<Result<Buffer, string>> {
  try {
    return ok(await exchange(options));
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble === undefined) throw error;
    return err(trouble);
  }
}

function refuse(code: ErrorCode, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ code }, { status: errors[code].status, headers: { ...headers, 'cache-control': 'no-store' } });
}

/** The browser keeps everything, waits so long, and sends again. */
function askToWait({ waitMs }: { readonly waitMs: number }): Response {
  return refuse('rate', waitHeader(waitMs));
}

function waitHeader(waitMs: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) };
}
