import { admit } from './admit';
import type { SyncEvent } from './event';
import type { EventLog } from './log.server';
import type { Registry } from './registry';
import { restamp } from './restamp';
import type { Rights, Verdict } from './rights';
import { largestPage, type ExchangeAnswer, type ExchangeRequest, type Refusal } from './wire';

export interface ExchangeOptions {
  readonly log: EventLog;
  readonly registry: Registry;
  readonly rights: Rights;
  readonly request: ExchangeRequest;
  /** UTC milliseconds */
  readonly now: number;
}

type Taken = Pick<ExchangeAnswer, 'accepted' | 'refused'>;

/** Answers one request of `POST /api/sync`: takes events in, hands out what the sender has not seen. */
export async function exchange(options: ExchangeOptions): Promise<ExchangeAnswer> {
  const { log, rights, now } = options;
  const taken = await take(options);
  const given = rights.known ? await give(options, taken) : nothing;
  return { now, epoch: log.epoch, ...taken, ...given, ...(await snapshot(options)) };
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

const nothing: Pick<ExchangeAnswer, 'streams' | 'gone' | 'left'> = { streams: {}, gone: [], left: [] };

/** Each event is judged by itself; a bad one refuses nothing but itself. */
async function take({ log, registry, rights, request, now }: ExchangeOptions): Promise<Taken> {
  const looked = request.events.map((raw) => admit(raw, registry));
  const refused: Refusal[] = looked.flatMap((each) => (each.ok ? [] : [each.error]));
  const admitted = looked.flatMap((each) => (each.ok ? [each.value] : []));
  const known = log.known(admitted);
  const fresh = restamp(
    admitted.filter(({ id }) => !known.has(id)),
    { now, earliest: rights.earliest }
  );
  const verdicts = await rights.judge(fresh);
  const allowed = fresh.filter((_, index) => verdicts[index] === 'yes');
  const answers = [
    ...known.values(),
    ...fresh.flatMap((event, index) => refusal(event, verdicts[index])),
    ...log.append(allowed, { device: request.device, receivedAt: now })
  ];
  return {
    accepted: answers.flatMap((answer) => ('seq' in answer ? [answer] : [])),
    refused: [...refused, ...answers.flatMap((answer) => ('code' in answer ? [answer] : []))]
  };
}

function refusal({ id }: SyncEvent, verdict: Verdict | undefined): Refusal[] {
  return verdict === 'yes' ? [] : [{ id, code: verdict ?? 'forbidden' }];
}

/** What the sender may read and has not seen, a page of it; and what it may read no more. */
async function give({ log, rights, request: { cursors } }: ExchangeOptions, { accepted }: Taken) {
  const readable = await rights.readable(Object.keys(cursors));
  const known = log.streams([...new Set([...readable, ...Object.keys(cursors)])]);
  const gone = new Set(known.filter((each) => each.gone).map(({ stream }) => stream));
  const own = new Set<string>(accepted.map(({ id }) => id));
  const streams: ExchangeAnswer['streams'] = {};
  let room = largestPage;
  for (const { stream, last } of known) {
    // A cursor above what was given out is from another incarnation of the database.
    const asked = cursors[stream] ?? 0;
    const after = asked > last ? 0 : asked;
    if (gone.has(stream) || !readable.has(stream) || asked === last) continue;
    const page = room > 0 ? log.page(stream, after, room) : { events: [], cursor: after };
    room -= page.events.length;
    streams[stream] = {
      events: page.events.filter(({ id }) => !own.has(id)),
      cursor: page.cursor,
      more: page.cursor < last
    };
  }
  return {
    streams,
    gone: Object.keys(cursors).filter((stream) => gone.has(stream)),
    left: Object.keys(cursors).filter((stream) => !gone.has(stream) && !readable.has(stream))
  };
}
