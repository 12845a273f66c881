import { admit } from './admit';
import type { SyncEvent } from './event';
import type { ExchangeOptions } from './exchange.server';
import { inParts, piecesOf, type Piece } from './pieces.server';
import { restamp } from './restamp';
import type { Verdict } from './rights';
import type { ExchangeAnswer } from './wire';

export interface Taken extends Pick<ExchangeAnswer, 'accepted' | 'refused'> {
  /** by stream, the `seq` of this request's own events */
  readonly own: ReadonlyMap<string, readonly number[]>;
}

/** Events of one piece of work: looked at, or written in one commit. */
const mostAtOnce = 100;

/** Each event is judged by itself; a bad one refuses nothing but itself. */
export async function takeIn(options: ExchangeOptions): Promise<Taken> {
  const { log, registry, rights, request, now } = options;
  const piece = piecesOf(request.events.length, mostAtOnce);
  const looked = await inPieces(request.events, piece, (raws) => raws.map((raw) => admit(raw, registry)));
  const admitted = looked.flatMap((each) => (each.ok ? [log.withoutDeleted(each.value)] : []));
  const events = restamp(admitted, { now, earliest: rights.earliest });
  const verdicts = await piece(() => rights.judge(events));
  const allowed = events.filter((_, index) => verdicts[index] === 'yes');
  const answers = [
    ...(await append(options, allowed, piece)),
    ...(await piece(() => refuse(options, events, verdicts)))
  ];
  const accepted = answers.flatMap((answer) => ('seq' in answer ? [answer] : []));
  return {
    accepted,
    refused: [
      ...looked.flatMap((each) => (each.ok ? [] : [each.error])),
      ...answers.flatMap((answer) => ('code' in answer ? [answer] : []))
    ],
    own: seqsByStream(events, accepted)
  };
}

/** Many events go into several commits. What stands alongside goes into the first of them. */
function append({ log, request, now, alongside }: ExchangeOptions, events: readonly SyncEvent[], piece: Piece) {
  const arrival = { device: request.device, receivedAt: now };
  return inPieces(events, piece, (some, at) =>
    log.appendWithOthers(some, at === 0 ? { ...arrival, alongside } : arrival)
  );
}

/** Does the same with all entries of a list, part by part; the parts are counted from 0. */
async function inPieces<Entry, Result>(
  list: readonly Entry[],
  piece: Piece,
  work: (part: readonly Entry[], at: number) => readonly Result[] | Promise<readonly Result[]>
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [at, part] of inParts(list, mostAtOnce).entries()) results.push(...(await piece(() => work(part, at))));
  return results;
}

/** Those that the office has nothing to decide about. */
const plainRefusals: ReadonlySet<Verdict> = new Set(['forbidden', 'unauthorized', 'rate', 'too-large']);

/** What may not be written now but has been taken before is answered as it was then. */
function refuse(options: ExchangeOptions, events: readonly SyncEvent[], verdicts: readonly Verdict[]) {
  const denied = events.flatMap((event, index) => {
    const verdict = verdicts[index] ?? 'forbidden';
    return verdict === 'yes' ? [] : [{ event, verdict }];
  });
  const known = options.log.known(denied.map(({ event }) => event));
  const turnAll = () => denied.map(({ event, verdict }) => known.get(event.id) ?? turnAway(options, event, verdict));
  const isHeld = denied.some(({ verdict }) => !plainRefusals.has(verdict));
  return isHeld ? options.log.quarantine.together(turnAll) : turnAll();
}

/** The answer to an event that is not taken: told no, or kept for the office. */
function turnAway({ log, rights, request, now }: ExchangeOptions, event: SyncEvent, verdict: Exclude<Verdict, 'yes'>) {
  const { id, stream, by } = event;
  if (verdict === 'unauthorized' || verdict === 'rate' || verdict === 'too-large') return { id, code: verdict };
  // Whoever is deleted is nobody's member any more: that is why nobody may write for them.
  if (log.isDeleted(stream, now)) return { id, code: 'gone' as const };
  if (verdict === 'forbidden') return { id, code: verdict };
  // Without a tablet or a session it was the author's own grant that proved who sends.
  const sender = rights.sender ?? by;
  const code = log.quarantine.hold(event, { reason: verdict, sender, device: request.device, receivedAt: now });
  // An app that does not know the code would not understand the whole answer.
  return { id, code: code === 'held' && request.gone === undefined ? ('forbidden' as const) : code };
}

function seqsByStream(events: readonly SyncEvent[], accepted: ExchangeAnswer['accepted']): Map<string, number[]> {
  const streamOf = new Map(events.map(({ id, stream }) => [id, stream]));
  const own = new Map<string, number[]>();
  for (const { id, seq } of accepted) {
    const stream = streamOf.get(id) ?? '';
    const seqs = own.get(stream);
    if (seqs === undefined) own.set(stream, [seq]);
    else seqs.push(seq);
  }
  return own;
}
