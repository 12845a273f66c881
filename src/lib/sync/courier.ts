import { err, ok, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import type { Taken } from './apply';
import { readAnswer } from './parse-answer';
import { deviceOf } from './record';
import type { OutboxEntry, OutboxState, Shelf } from './shelf';
import type { Transport, TransportError } from './transport';
import { largestBatch, protocol, type ExchangeAnswer, type ExchangeRequest } from './wire';

export interface CourierOptions {
  readonly shelf: Shelf;
  readonly world: World;
  readonly transport: Transport;
  /** Takes an answer in. */
  apply(exchanged: Exchanged): Promise<Taken>;
  /** Keeps an event that some machine on the way finds too large, in sight. */
  refuse(entry: OutboxEntry): Promise<void>;
}

/** A request and what the server answered to it. */
export interface Exchanged {
  readonly request: ExchangeRequest;
  readonly answer: ExchangeAnswer;
}

/**
 * How a round ended: `done`; `again` later, perhaps not before `retryAfterMs`; `reload`: the server
 * speaks a newer protocol, or a newer app has opened the device's database; `broken`: the server does not understand, waiting alone will not help.
 */
export type RoundEnd =
  | { readonly end: 'done' }
  | { readonly end: 'again'; readonly retryAfterMs?: number }
  | { readonly end: 'reload' }
  | { readonly end: 'broken'; readonly status: number };

/** Text of the events of one request, at most: well below the server's limit. */
const comfortableLength = 700_000;

/** How far the outbox has been offered in this round. */
interface Place {
  /** what a restored server has to be offered again goes first */
  readonly state: Extract<OutboxState, 'again' | 'waiting'>;
  readonly after: number;
}

const beginning: Place = { state: 'again', after: 0 };

interface Batch {
  readonly entries: readonly OutboxEntry[];
  /** where to go on if these have arrived; nowhere: no more waits behind them */
  readonly next: Place | undefined;
}

/**
 * One round: sends all that waits, in order of writing, batch by batch, and fetches until nothing new
 * is left. Every answer is applied before the next request.
 */
export async function exchangeRound(options: CourierOptions): Promise<RoundEnd> {
  let place: Place | undefined = beginning;
  let limit = largestBatch;
  for (;;) {
    const { entries, next }: Batch = await nextBatch(options.shelf, place, limit);
    const sent = await send(options, entries);
    const [last] = entries.slice(-1);
    if (sent.ok) {
      const taken = await options.apply(sent.value);
      if (taken === 'outdated') return { end: 'reload' };
      if (taken === 'taken' && next === undefined && !hasMore(sent.value.answer)) return { end: 'done' };
      place = taken === 'anew' ? beginning : next;
    } else if (sent.error.status !== 413 || last === undefined) {
      return endOf(sent.error);
    } else if (entries.length > 1) {
      limit = Math.ceil(entries.length / 2);
    } else {
      await options.refuse(last);
    }
  }
}

async function nextBatch(shelf: Shelf, place: Place | undefined, limit: number): Promise<Batch> {
  if (place === undefined) return { entries: [], next: undefined };
  const { state, after } = place;
  const waiting = await shelf.read((tx) => tx.entriesIn(state, after, limit + 1));
  if (state === 'again' && waiting.length === 0) return nextBatch(shelf, { state: 'waiting', after: 0 }, limit);
  const entries: OutboxEntry[] = [];
  let length = 0;
  for (const entry of waiting.slice(0, limit)) {
    length += JSON.stringify(entry.event).length;
    if (entries.length > 0 && length > comfortableLength) break;
    entries.push(entry);
  }
  const isLast = state === 'waiting' && entries.length === waiting.length;
  return { entries, next: isLast ? undefined : { state, after: entries.at(-1)?.order ?? after } };
}

async function send(
  { shelf, world, transport }: CourierOptions,
  entries: readonly OutboxEntry[]
): Promise<Result<Exchanged, TransportError>> {
  const request = await shelf.write(async (tx): Promise<ExchangeRequest> => {
    const { device, grants, goneStreams, tellGone } = await deviceOf(tx, world);
    const [cursors, snapshot, ...unsent] = await Promise.all([
      tx.cursors(),
      tx.snapshot(),
      tx.count('waiting'),
      tx.count('again'),
      tx.count('refused')
    ]);
    return {
      protocol,
      device,
      cursors: Object.fromEntries(cursors.map(({ stream, seq }) => [stream, seq])),
      grants: [...grants],
      events: entries.map(({ event }) => event),
      snapshotTag: snapshot?.tag,
      left: Math.max(0, unsent.reduce((sum, count) => sum + count, 0) - entries.length),
      gone: tellGone === true ? [...(goneStreams ?? [])] : []
    };
  });
  const reply = await transport(JSON.stringify(request));
  if (!reply.ok) return reply;
  const answer = await readAnswer(reply.value);
  return answer === undefined ? err({ status: 0 }) : ok({ request, answer });
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
