import { clockStart, observe, parseStamp, type ClockState } from '$lib/base/clock';
import type { World } from '$lib/base/world';
import { isFamilys, parseStream, type SyncEvent } from './event';
import { foldInto, showAgain } from './fold';
import { keepIn, letGoOfOldIn, letGoOfStreamIn } from './kept';
import { deviceOf } from './record';
import type { Registry } from './registry';
import { toleranceMs } from './restamp';
import type { DeviceState, Shelf, ShelfTx } from './shelf';
import { cursorAfter, moves, partsOf, stillWanted, type StreamPart } from './stream-parts';
import { fits, hideOfferedAgainIn, slicesOf, startAgainIn } from './tables';
import { mostGone, type ExchangeAnswer, type ExchangeRequest, type RefusalCode } from './wire';

interface ApplyOptions {
  readonly registry: Registry;
  readonly world: World;
}

/**
 * How an answer was taken in: `anew`: the database is another incarnation, so everything has to be fetched again;
 * `outdated`: an app of another version has opened the shelf since, and this one must not touch its rows.
 */
export type Taken = 'taken' | 'anew' | 'outdated';

/** As much of an answer as is taken in at once. */
interface Slice {
  readonly accepted: ExchangeAnswer['accepted'];
  readonly parts: readonly StreamPart[];
}

/**
 * Takes in an answer of the server, in slices small enough for a slow tablet. Each slice is one transaction after
 * which everything is right by itself: a stream's cursor moves with its last event. What is cut off in between is
 * fetched again; taking it in twice changes nothing.
 */
export async function takeIn(
  shelf: Shelf,
  { answer, request }: { readonly answer: ExchangeAnswer; readonly request: ExchangeRequest },
  options: ApplyOptions
): Promise<Taken> {
  const [first, ...others] = slicesOfAnswer(answer);
  const taken = await shelf.write(async (tx): Promise<Taken> => {
    const state = await deviceOf(tx, options.world);
    if (!fits(state, options.registry)) return 'outdated';
    const isAnew = isAnother(state, answer, request);
    if (isAnew) await startAgainIn(tx, options.registry);
    await takeHead(tx, { answer, request, state, isAnew }, options);
    if (first !== undefined) await takeSlice(tx, first, { answer, request, ...options });
    return isAnew ? 'anew' : 'taken';
  });
  for (const slice of taken === 'taken' ? others : []) {
    const isFit = await shelf.write(async (tx) => {
      if (!fits(await deviceOf(tx, options.world), options.registry)) return false;
      await takeSlice(tx, slice, { answer, request, ...options });
      return true;
    });
    if (!isFit) return 'outdated';
  }
  return taken;
}

/** Another epoch; or the server knows less of a stream than this browser asked to go on from. */
function isAnother({ epoch }: DeviceState, answer: ExchangeAnswer, { cursors }: ExchangeRequest): boolean {
  if (epoch === undefined) return false;
  return (
    epoch !== answer.epoch || Object.entries(answer.streams).some(([name, one]) => one.cursor < (cursors[name] ?? 0))
  );
}

/** First the own events: the cursors reckon with them. */
function slicesOfAnswer({ accepted, streams }: ExchangeAnswer): Slice[] {
  return [
    ...slicesOf(accepted).map((some): Slice => ({ accepted: some, parts: [] })),
    ...partsOf(streams).map((parts): Slice => ({ accepted: [], parts }))
  ];
}

interface Head {
  readonly answer: ExchangeAnswer;
  readonly request: ExchangeRequest;
  readonly state: DeviceState;
  readonly isAnew: boolean;
}

/** Everything of an answer but the events: refusals, deletions, what the device knows of itself and of the club. */
async function takeHead(tx: ShelfTx, { answer, request, state, isAnew }: Head, { registry, world }: ApplyOptions) {
  const refused = await refuse(tx, answer);
  const gone = [...new Set([...answer.gone, ...refused.gone])];
  const dropped = await drop(tx, { gone, left: answer.left });
  await showAgain(tx, registry, [...refused.refs, ...dropped.refs]);
  await letGoOfOldIn(tx, answer.now);
  await setClock(tx, answer.now, answer);
  const known = (state.goneStreams ?? []).filter((stream) => !gone.includes(stream));
  await tx.putDevice({
    ...state,
    epoch: answer.epoch,
    offsetMs: answer.now - world.now(),
    gone: state.gone + dropped.unsent,
    goneStreams: [...known, ...gone].slice(-mostGone),
    tellGone: isAnew || (state.tellGone === true && request.gone?.length === 0),
    lastExchangeAt: world.now(),
    tablets: answer.tablets && { at: answer.now, seen: answer.tablets }
  });
  const { snapshot, snapshotTag: tag } = answer;
  if (snapshot !== undefined && tag !== undefined) await tx.putSnapshot({ tag, snapshot });
  if (tag === '') await tx.putSnapshot(undefined);
}

/** Accepted own events, with the server's `at`, and what others wrote go into the confirmed rows. */
async function takeSlice(
  tx: ShelfTx,
  { accepted, parts }: Slice,
  { answer, request, registry }: Pick<Head, 'answer' | 'request'> & Pick<ApplyOptions, 'registry'>
): Promise<void> {
  const given = [...accepted, ...parts.flatMap((part) => part.events)];
  const stamps = new Map(given.map(({ id, at }) => [String(id), at]));
  const [wanted, own] = await Promise.all([stillWanted(tx, parts, request.cursors), tx.entries([...stamps.keys()])]);
  const events = wanted.flatMap((part) => part.events);
  const taken = own.map(({ id, event }): SyncEvent => ({ ...event, at: stamps.get(id) ?? event.at }));
  const stays = taken.length === 0 ? () => true : await stayingIn(tx);
  const refs = await foldInto(tx, 'confirmed', registry, [...taken.filter(stays), ...events]);
  await tx.dropEntries(own.map(({ order }) => order));
  await keepIn(tx, taken, answer.now);
  await showAgain(tx, registry, [...refs, ...own.flatMap((entry) => entry.refs)]);
  await tx.putCursors(
    wanted.filter((part) => moves(part, request.cursors)).map((part) => cursorAfter(part, request.cursors))
  );
}

/** What belongs to a person alone stays only while they are on this device; sent after they left, it goes. */
async function stayingIn(tx: ShelfTx): Promise<(event: SyncEvent) => boolean> {
  const followed = new Set((await tx.cursors()).map(({ stream }) => stream));
  return ({ stream }) => parseStream(stream)?.kind !== 'learner' || followed.has(stream);
}

/** What is sent again by itself. */
const waits: ReadonlySet<RefusalCode> = new Set(['unauthorized', 'rate']);

/**
 * A refused event stays, in sight. One without a proven author, or that came with too many others, goes on waiting. One
 * of a deleted stream goes with it.
 */
async function refuse(tx: ShelfTx, { refused }: ExchangeAnswer): Promise<{ refs: string[]; gone: string[] }> {
  const codes = new Map(refused.map(({ id, code }) => [id, code]));
  const entries = (await tx.entries([...codes.keys()])).map((entry) => {
    const code = codes.get(entry.id) ?? 'invalid';
    return { ...entry, code, state: waits.has(code) ? entry.state : ('refused' as const) };
  });
  await tx.putEntries(entries);
  return {
    refs: entries.flatMap(({ refs }) => refs),
    gone: entries.flatMap(({ code, stream }) => (code === 'gone' ? [stream] : []))
  };
}

const withoutFamilys = (streams: readonly string[]): string[] => streams.filter((stream) => !isFamilys(stream));

/**
 * `gone`: rows, unsent and kept events go. `left`: rows go, unsent and kept events stay. What a device has of a family
 * may be all that is left of it: it stays, and the family's room sees to it.
 */
async function drop(
  tx: ShelfTx,
  answer: Pick<ExchangeAnswer, 'gone' | 'left'>
): Promise<{ refs: string[]; unsent: number }> {
  const [gone, left] = [withoutFamilys(answer.gone), withoutFamilys(answer.left)];
  let unsent = 0;
  const refs: string[] = [];
  for (const stream of gone) {
    const entries = await tx.entriesOfStream(stream);
    await tx.dropEntries(entries.map(({ order }) => order));
    unsent += entries.filter(({ state }) => state !== 'again').length;
    await letGoOfStreamIn(tx, stream);
  }
  for (const stream of left) await hideOfferedAgainIn(tx, stream);
  for (const stream of [...gone, ...left]) {
    const confirmed = await tx.refsOf('confirmed', stream);
    await tx.dropRows('confirmed', confirmed);
    refs.push(...confirmed, ...(await tx.refsOf('shown', stream)));
  }
  await tx.dropCursors([...answer.gone, ...answer.left]);
  return { refs, unsent };
}

/**
 * The clock runs on after everything seen, but not after a moment that the server calls impossible: a
 * device that was in the year 2100 comes back.
 */
async function setClock(tx: ShelfTx, now: number, { accepted, streams }: ExchangeAnswer): Promise<void> {
  const kept = (await tx.clock()) ?? clockStart;
  const start: ClockState = kept.ms > now + toleranceMs ? clockStart : kept;
  // Stamps sort as text: of thousands only the latest of each stream has to be taken apart.
  const latest = Object.values(streams).map(({ events }) =>
    events.reduce((last, { at }) => (at > last ? at : last), '')
  );
  const seen = [...accepted.map(({ at }) => at), ...latest];
  await tx.putClock(seen.reduce((clock, at) => observe(clock, parseStamp(at) ?? clockStart), start));
}
