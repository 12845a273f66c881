import { streamsOf } from './deletion.server';
import { parseStream, subjectOf } from './event';
import type { ExchangeOptions } from './exchange.server';
import type { EventLog, Page, StreamState } from './log.server';
import { inParts, piecesOf } from './pieces.server';
import { largestPage, type ExchangeAnswer } from './wire';

/** What is handed out. Events are bytes already: most of them go to every tablet of a venue. */
export interface Given extends Pick<ExchangeAnswer, 'gone' | 'left'> {
  readonly streams: readonly (readonly Buffer[])[];
}

/** So many streams are asked for, and so many events are given, without anybody's waiting for it. */
const lightlyAsked = 1000;
const lightlyGiven = 500;
/** Streams that are read in one piece of work. */
const streamsAtOnce = 10;

const noStreams: ReadonlySet<string> = new Set();
const nothingNew = Buffer.alloc(0);

function streamBytes({ stream, last }: StreamState, { bytes, cursor }: Page): Buffer[] {
  const [before, behind] = [`${JSON.stringify(stream)}:{"events":[`, `],"cursor":${cursor},"more":${cursor < last}}`];
  return [Buffer.from(before), bytes, Buffer.from(behind)];
}

/** A person is deleted whole: a tablet may still keep answers of somebody whose place alone it asks for. */
function allOfPerson(stream: string): string[] {
  const kind = parseStream(stream)?.kind;
  return kind === 'progress' || kind === 'learner' ? Object.values(streamsOf(subjectOf(stream))) : [stream];
}

/** What the sender may read and has not seen, a page of it; and what it may read no more. */
export async function handOut(
  { log, rights, request: { cursors } }: ExchangeOptions,
  own: ReadonlyMap<string, readonly number[]>
): Promise<Given> {
  const asked = Object.keys(cursors);
  const piece = piecesOf(asked.length, lightlyAsked);
  const readable = await piece(() => rights.readable(asked));
  const known = await piece(() => log.streams([...new Set([...readable, ...asked])]));
  const gone = new Set(known.filter((each) => each.gone).map(({ stream }) => stream));
  const withheld = log.restored === undefined ? noStreams : log.quarantine.withheld();
  const unseen = known.flatMap((state): Unseen[] => {
    const { stream, last } = state;
    const cursor = cursors[stream] ?? 0;
    if (gone.has(stream) || withheld.has(stream) || !readable.has(stream) || cursor === last) return [];
    // A cursor above what was given out is from another incarnation of the database.
    return [{ state, after: cursor > last ? 0 : cursor }];
  });
  return {
    streams: await pagesOf(log, unseen, own),
    gone: [...new Set(asked.filter((stream) => gone.has(stream)).flatMap(allOfPerson))],
    left: asked.filter((stream) => !gone.has(stream) && !readable.has(stream))
  };
}

/** A stream that goes on behind the sender's cursor. */
interface Unseen {
  readonly state: StreamState;
  readonly after: number;
}

/** One page of them all together. */
async function pagesOf(
  log: EventLog,
  unseen: readonly Unseen[],
  own: ReadonlyMap<string, readonly number[]>
): Promise<Buffer[][]> {
  const events = unseen.reduce((sum, { state, after }) => sum + state.last - after, 0);
  const piece = piecesOf(events, lightlyGiven);
  const streams: Buffer[][] = [];
  let room = largestPage;
  const read = ({ state, after }: Unseen) => {
    const newOwn = new Set(own.get(state.stream)?.filter((seq) => seq > after));
    const isAllOwn = newOwn.size === state.last - after;
    const page = isAllOwn
      ? { count: 0, bytes: nothingNew, cursor: state.last }
      : log.page(state, { after, limit: room, without: newOwn });
    room -= page.count;
    return streamBytes(state, page);
  };
  for (const part of inParts(unseen, streamsAtOnce)) streams.push(...(await piece(() => part.map(read))));
  return streams;
}
