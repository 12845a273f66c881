import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import { deviceOf } from './record';
import type { World } from '$lib/base/world';
import type { OutboxEntry, Shelf } from './shelf';
import type { Transport, TransportError } from './transport';
import { answerSchema, largestBatch, protocol, type ExchangeAnswer, type ExchangeRequest } from './wire';

export interface CourierOptions {
  readonly shelf: Shelf;
  readonly world: World;
  readonly transport: Transport;
  /** Takes in an answer to a request with these cursors. Says whether everything has to be fetched anew. */
  apply(answer: ExchangeAnswer, asked: ExchangeRequest['cursors']): Promise<boolean>;
  /** Keeps an event that some machine on the way finds too large, in sight. */
  refuse(entry: OutboxEntry): Promise<void>;
}

/**
 * How a round ended: `done`; `again` later, perhaps not before `retryAfterMs`; `reload`: the server
 * speaks a newer protocol; `broken`: the server does not understand, waiting alone will not help.
 */
export type RoundEnd =
  | { readonly end: 'done' }
  | { readonly end: 'again'; readonly retryAfterMs?: number }
  | { readonly end: 'reload' }
  | { readonly end: 'broken'; readonly status: number };

/** Text of the events of one request, at most: well below the server's limit. */
const comfortableLength = 700_000;

interface Batch {
  readonly entries: readonly OutboxEntry[];
  /** whether more wait behind these */
  readonly more: boolean;
}

/**
 * One round: sends all that waits, in order of writing, batch by batch, and fetches until nothing new
 * is left. Every answer is applied before the next request.
 */
export async function exchangeRound(options: CourierOptions): Promise<RoundEnd> {
  let after = 0;
  let limit = largestBatch;
  for (;;) {
    const { entries, more } = await nextBatch(options.shelf, after, limit);
    const sent = await send(options, entries);
    const last = entries.at(-1);
    if (sent.ok) {
      const { answer, asked } = sent.value;
      const isAnew = await options.apply(answer, asked);
      after = last?.order ?? after;
      if (!more && !isAnew && !hasMore(answer)) return { end: 'done' };
    } else if (sent.error.status !== 413 || last === undefined) {
      return endOf(sent.error);
    } else if (entries.length > 1) {
      limit = Math.ceil(entries.length / 2);
    } else {
      await options.refuse(last);
    }
  }
}

async function nextBatch(shelf: Shelf, after: number, limit: number): Promise<Batch> {
  const waiting = await shelf.read((tx) => tx.entriesIn('waiting', after, limit + 1));
  const entries: OutboxEntry[] = [];
  let length = 0;
  for (const entry of waiting.slice(0, limit)) {
    length += JSON.stringify(entry.event).length;
    if (entries.length > 0 && length > comfortableLength) break;
    entries.push(entry);
  }
  return { entries, more: entries.length < waiting.length };
}

async function send(
  { shelf, world, transport }: CourierOptions,
  entries: readonly OutboxEntry[]
): Promise<Result<{ answer: ExchangeAnswer; asked: ExchangeRequest['cursors'] }, TransportError>> {
  const request = await shelf.write(async (tx): Promise<ExchangeRequest> => {
    const { device, grants } = await deviceOf(tx, world);
    const cursors = Object.fromEntries((await tx.cursors()).map(({ stream, seq }) => [stream, seq]));
    const snapshotTag = (await tx.snapshot())?.tag;
    const events = entries.map(({ event }) => event);
    const left = (await tx.count('waiting')) - entries.length + (await tx.count('refused'));
    return { protocol, device, cursors, grants: [...grants], events, snapshotTag, left: Math.max(0, left), gone: [] };
  });
  const reply = await transport(JSON.stringify(request));
  if (!reply.ok) return reply;
  const answer = v.safeParse(answerSchema, reply.value);
  return answer.success ? ok({ answer: answer.output, asked: request.cursors }) : err({ status: 0 });
}

function hasMore({ streams }: ExchangeAnswer): boolean {
  return Object.values(streams).some(({ more }) => more);
}

/** No network, no rest for the server, no author: all of that is waited out, and keeps every event. */
function endOf({ status, retryAfterMs }: TransportError): RoundEnd {
  if (status === 426) return { end: 'reload' };
  if (status === 0 || status === 401 || status === 408 || status === 429 || status >= 500) {
    return { end: 'again', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  return { end: 'broken', status };
}
