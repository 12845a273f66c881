import { parseStream } from './event';
import type { ShelfTx } from './shelf';
import type { ExchangeAnswer, ExchangeRequest } from './wire';

type Streams = ExchangeAnswer['streams'];

/**
 * Of an answer's streams, those that go on from where this device stands. While the answer was on its way, somebody
 * may have handed the device on: a person's own stream that is no longer followed must not come back; and one that is
 * followed again begins at 0, so an answer that goes on from 7 would leave 1 to 7 out for ever.
 */
export async function stillWanted(tx: ShelfTx, streams: Streams, asked: ExchangeRequest['cursors']): Promise<Streams> {
  const stands = new Map((await tx.cursors()).map(({ stream, seq }) => [stream, seq]));
  return Object.fromEntries(
    Object.entries(streams).filter(([stream]) => {
      const stand = stands.get(stream);
      if (stand === undefined && parseStream(stream)?.kind === 'learner') return false;
      return (stand ?? 0) >= (asked[stream] ?? 0);
    })
  );
}
