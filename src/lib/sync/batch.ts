import type { DeviceState, OutboxEntry, OutboxState, OutboxWork, StateWork } from './shelf';
import { protocol, type ExchangeRequest } from './wire';

/** What of a shelf is read for a request. */
export type UnsentReading = Pick<OutboxWork, 'entriesIn' | 'counts'> & Pick<StateWork, 'cursors' | 'snapshot'>;

/** Text of the events of one request, at most: well below the server's limit. */
const comfortableLength = 700_000;

/** How far the outbox has been offered in a round. */
export interface Place {
  /** what a restored server has to be offered again goes first */
  readonly state: Extract<OutboxState, 'again' | 'waiting'>;
  readonly after: number;
}

export const beginning: Place = { state: 'again', after: 0 };

export interface Batch {
  readonly entries: readonly OutboxEntry[];
  /** where to go on if these have arrived; nowhere: no more waits behind them */
  readonly next: Place | undefined;
}

/** The entries to send next, at most `limit` of them and not too long a text. */
export async function nextBatchIn(tx: UnsentReading, place: Place | undefined, limit: number): Promise<Batch> {
  if (place === undefined) return { entries: [], next: undefined };
  const { state, after } = place;
  const waiting = await tx.entriesIn(state, after, limit + 1);
  if (state === 'again' && waiting.length === 0) return nextBatchIn(tx, { state: 'waiting', after: 0 }, limit);
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

/** A request that sends these entries, and asks for what the shelf does not know. */
export async function requestIn(
  tx: UnsentReading,
  { device, grants, goneStreams, tellGone }: DeviceState,
  entries: readonly OutboxEntry[]
): Promise<ExchangeRequest> {
  const [cursors, snapshot, unsent] = await Promise.all([tx.cursors(), tx.snapshot(), tx.counts()]);
  return {
    protocol,
    device,
    cursors: Object.fromEntries(cursors.map(({ stream, seq }) => [stream, seq])),
    grants: [...grants],
    events: entries.map(({ event }) => event),
    snapshotTag: snapshot?.tag,
    left: Math.max(0, unsent.waiting + unsent.again + unsent.refused - entries.length),
    gone: tellGone === true ? [...(goneStreams ?? [])] : []
  };
}
