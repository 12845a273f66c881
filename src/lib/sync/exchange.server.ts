import { admit } from './admit';
import { streamsOf } from './deletion.server';
import { parseStream, subjectOf, type SyncEvent } from './event';
import type { EventLog, Page, StreamState } from './log.server';
import type { Registry } from './registry';
import { restamp } from './restamp';
import type { Rights, Verdict } from './rights';
import { largestPage, type ExchangeAnswer, type ExchangeRequest } from './wire';

export interface ExchangeOptions {
  readonly log: EventLog;
  readonly registry: Registry;
  readonly rights: Rights;
  readonly request: ExchangeRequest;
  /** UTC milliseconds */
  readonly now: number;
  /** what else is written down about this request, in the commit of its events */
  readonly alongside?: (() => void) | undefined;
}

interface Taken extends Pick<ExchangeAnswer, 'accepted' | 'refused'> {
  /** by stream, the `seq` of this request's own events */
  readonly own: ReadonlyMap<string, readonly number[]>;
}

/** What is handed out. Events are bytes already: most of them go to every tablet of a venue. */
interface Given extends Pick<ExchangeAnswer, 'gone' | 'left'> {
  readonly streams: readonly (readonly Buffer[])[];
}

/**
 * Answers one request of `POST /api/sync`: takes events in, hands out what the sender has not seen. The answer is
 * JSON of the wire's `answerSchema`, in UTF-8.
 */
export async function exchange(options: ExchangeOptions): Promise<Buffer> {
  const { log, rights, now } = options;
  hearOfDeletions(options);
  const { accepted, refused, own } = await take(options);
  const { streams, ...given } = rights.known ? await give(options, own) : nothing;
  const head = {
    now,
    epoch: log.epoch,
    accepted,
    refused,
    ...given,
    ...(await snapshot(options)),
    ...(await tablets(options))
  };
  const before = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"streams":{`);
  return Buffer.concat([
    before,
    ...streams.flatMap((parts, index) => (index > 0 ? [comma, ...parts] : parts)),
    closing
  ]);
}

const comma = Buffer.from(',');
const closing = Buffer.from('}}');

function streamBytes({ stream, last }: StreamState, { bytes, cursor }: Page): Buffer[] {
  const [before, behind] = [`${JSON.stringify(stream)}:{"events":[`, `],"cursor":${cursor},"more":${cursor < last}}`];
  return [Buffer.from(before), bytes, Buffer.from(behind)];
}

/** A restored database may have persons again who were deleted: devices were told, and say so. */
function hearOfDeletions({ log, rights, request: { gone = [] }, now }: ExchangeOptions): void {
  const { isTrusted, sender } = rights;
  if (log.restored === undefined || !isTrusted || sender === undefined || gone.length === 0) return;
  log.quarantine.report(gone, { sender, at: now });
}

/** The snapshot, if the sender has another one. A sender who may have none any more is told by an empty tag. */
async function snapshot({
  rights,
  request
}: ExchangeOptions): Promise<Pick<ExchangeAnswer, 'snapshot' | 'snapshotTag'>> {
  if (!rights.known) return {};
  const tagged = await rights.snapshot();
  if (tagged === undefined) return { snapshotTag: '' };
  return tagged.tag === request.snapshotTag
    ? { snapshotTag: tagged.tag }
    : { snapshotTag: tagged.tag, snapshot: tagged.snapshot };
}

async function tablets({ rights }: ExchangeOptions): Promise<Pick<ExchangeAnswer, 'tablets'>> {
  return rights.tablets ? { tablets: await rights.tablets() } : {};
}

const noStreams: ReadonlySet<string> = new Set();
const nothingNew = Buffer.alloc(0);
const nothing: Given = { streams: [], gone: [], left: [] };

/** Each event is judged by itself; a bad one refuses nothing but itself. */
async function take(options: ExchangeOptions): Promise<Taken> {
  const { log, registry, rights, request, now, alongside } = options;
  const looked = request.events.map((raw) => admit(raw, registry));
  const admitted = looked.flatMap((each) => (each.ok ? [log.withoutDeleted(each.value)] : []));
  const events = restamp(admitted, { now, earliest: rights.earliest });
  const verdicts = await rights.judge(events);
  const isAllowed = (_: SyncEvent, index: number) => verdicts[index] === 'yes';
  const answers = [
    ...(await log.appendWithOthers(events.filter(isAllowed), { device: request.device, receivedAt: now, alongside })),
    ...refuse(options, events, verdicts)
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

/** A person is deleted whole: a tablet may still keep answers of somebody whose place alone it asks for. */
function allOfPerson(stream: string): string[] {
  const kind = parseStream(stream)?.kind;
  return kind === 'progress' || kind === 'learner' ? Object.values(streamsOf(subjectOf(stream))) : [stream];
}

/** What the sender may read and has not seen, a page of it; and what it may read no more. */
async function give({ log, rights, request: { cursors } }: ExchangeOptions, own: Taken['own']): Promise<Given> {
  const asked = Object.keys(cursors);
  const readable = await rights.readable(asked);
  const known = log.streams([...new Set([...readable, ...asked])]);
  const gone = new Set(known.filter((each) => each.gone).map(({ stream }) => stream));
  const withheld = log.restored === undefined ? noStreams : log.quarantine.withheld();
  const streams: Buffer[][] = [];
  let room = largestPage;
  for (const state of known) {
    const { stream, last } = state;
    const cursor = cursors[stream] ?? 0;
    if (gone.has(stream) || withheld.has(stream) || !readable.has(stream) || cursor === last) continue;
    // A cursor above what was given out is from another incarnation of the database.
    const after = cursor > last ? 0 : cursor;
    const newOwn = new Set(own.get(stream)?.filter((seq) => seq > after));
    const isAllOwn = newOwn.size === last - after;
    const page = isAllOwn
      ? { count: 0, bytes: nothingNew, cursor: last }
      : log.page(state, { after, limit: room, without: newOwn });
    room -= page.count;
    streams.push(streamBytes(state, page));
  }
  return {
    streams,
    gone: [...new Set(asked.filter((stream) => gone.has(stream)).flatMap(allOfPerson))],
    left: asked.filter((stream) => !gone.has(stream) && !readable.has(stream))
  };
}
