import { parseStream, type SyncEvent } from './event';
import type { Cursor, ShelfTx } from './shelf';
import { slicesOf } from './tables';
import type { ExchangeAnswer, ExchangeRequest } from './wire';

/** What an answer brings of one stream, or a part of it. */
export interface StreamPart {
  readonly stream: string;
  /** how many of the answer's events of this stream stand before these */
  readonly from: number;
  readonly events: readonly SyncEvent[];
  /** the answer's cursor: with the last part */
  readonly cursor?: number;
}

type Asked = ExchangeRequest['cursors'];

/** An answer's streams in pieces that are taken in at once. */
export function partsOf(streams: ExchangeAnswer['streams']): StreamPart[][] {
  const steps = Object.entries(streams).flatMap(([stream, { events, cursor }]) => [
    ...events.map((event, from) => ({ stream, from, event })),
    { stream, from: events.length, cursor }
  ]);
  return slicesOf(steps).map((slice) => {
    const parts = new Map<string, StreamPart & { readonly events: SyncEvent[] }>();
    for (const { stream, from, ...step } of slice) {
      const part = parts.get(stream) ?? { stream, from, events: [] };
      if ('event' in step) part.events.push(step.event);
      parts.set(stream, 'event' in step ? part : { ...part, ...step });
    }
    return [...parts.values()];
  });
}

/**
 * Those that go on from where this device stands. While the answer was on its way, or between two of its parts,
 * somebody may have handed the device on: a person's own stream that is no longer followed must not come back; and one
 * that is followed again begins at 0, so what goes on from 7 would leave 1 to 7 out for ever.
 */
export async function stillWanted(tx: ShelfTx, parts: readonly StreamPart[], asked: Asked): Promise<StreamPart[]> {
  const stands = new Map((await tx.cursors()).map((cursor) => [cursor.stream, cursor]));
  return parts.filter(({ stream, from }) => {
    const stand = stands.get(stream);
    if (stand === undefined && parseStream(stream)?.kind === 'learner') return false;
    if (from > 0 && stand?.taken !== from) return false;
    return (stand?.seq ?? 0) >= (asked[stream] ?? 0);
  });
}

/** Whether a stream stands elsewhere after a part of it. Most of an answer's streams have no news. */
export function moves({ stream, from, events, cursor }: StreamPart, asked: Asked): boolean {
  return from > 0 || events.length > 0 || cursor !== asked[stream];
}

/** Where a stream stands after a part of it. */
export function cursorAfter({ stream, from, events, cursor }: StreamPart, asked: Asked): Cursor {
  return cursor === undefined
    ? { stream, seq: asked[stream] ?? 0, taken: from + events.length }
    : { stream, seq: cursor };
}
