import { err, ok, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import type { Taken } from './apply';
import { beginning, nextBatchIn, requestIn, type Batch, type Place } from './batch';
import { readAnswer } from './parse-answer';
import { deviceOf } from './record';
import { endOf, type RoundEnd } from './round-end';
import type { OutboxEntry, Shelf } from './shelf';
import type { Transport, TransportError } from './transport';
import { largestBatch, type ExchangeAnswer, type ExchangeRequest } from './wire';

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
 * One round: sends all that waits, in order of writing, batch by batch, and fetches until nothing new
 * is left. Every answer is applied before the next request.
 */
export async function exchangeRound(options: CourierOptions): Promise<RoundEnd> {
  let place: Place | undefined = beginning;
  let limit = largestBatch;
  for (;;) {
    const { entries, next }: Batch = await options.shelf.read((tx) => nextBatchIn(tx, place, limit));
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

async function send(
  { shelf, world, transport }: CourierOptions,
  entries: readonly OutboxEntry[]
): Promise<Result<Exchanged, TransportError>> {
  const request = await shelf.write(async (tx) => requestIn(tx, await deviceOf(tx, world), entries));
  const reply = await transport(JSON.stringify(request));
  if (!reply.ok) return reply;
  const answer = await readAnswer(reply.value);
  return answer === undefined ? err({ status: 0 }) : ok({ request, answer });
}

function hasMore({ streams }: ExchangeAnswer): boolean {
  return Object.values(streams).some(({ more }) => more);
}
