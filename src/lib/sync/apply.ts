import { clockStart, observe, parseStamp, type ClockState } from '$lib/base/clock';
import type { World } from '$lib/base/world';
import { parseStream, type SyncEvent } from './event';
import { foldInto, showAgain } from './fold';
import { deviceOf } from './record';
import type { Registry } from './registry';
import { toleranceMs } from './restamp';
import type { ShelfTx } from './shelf';
import { stillWanted } from './still-wanted';
import type { ExchangeAnswer, ExchangeRequest } from './wire';

interface ApplyOptions {
  readonly registry: Registry;
  readonly world: World;
  /** the cursors of the request that was answered */
  readonly asked: ExchangeRequest['cursors'];
}

/**
 * Takes in an answer of the server, all of it within the given transaction. Taking it in twice changes
 * nothing. Says whether the database is another incarnation, so that everything has to be fetched anew.
 */
export async function applyIn(
  tx: ShelfTx,
  given: ExchangeAnswer,
  { registry, world, asked }: ApplyOptions
): Promise<boolean> {
  const answer = { ...given, streams: await stillWanted(tx, given.streams, asked) };
  const confirmed = await confirm(tx, answer, registry);
  const refused = await refuse(tx, answer);
  const dropped = await drop(tx, answer);
  await showAgain(tx, registry, [...confirmed.refs, ...refused, ...dropped.refs]);
  const state = await deviceOf(tx, world);
  const isAnew = state.epoch !== undefined && state.epoch !== answer.epoch;
  await (isAnew ? startAgain(tx) : moveCursors(tx, answer));
  await setClock(tx, answer.now, [...answer.accepted, ...confirmed.events]);
  await tx.putDevice({
    ...state,
    epoch: answer.epoch,
    offsetMs: answer.now - world.now(),
    gone: state.gone + dropped.unsent,
    lastExchangeAt: world.now()
  });
  const { snapshot, snapshotTag: tag } = answer;
  if (snapshot !== undefined && tag !== undefined) await tx.putSnapshot({ tag, snapshot });
  if (tag === '') await tx.putSnapshot(undefined);
  return isAnew;
}

/** Accepted own events, with the server's `at`, and what others wrote go into the confirmed rows. */
async function confirm(tx: ShelfTx, { accepted, streams }: ExchangeAnswer, registry: Registry) {
  const received: SyncEvent[] = Object.values(streams).flatMap(({ events }) => events);
  const stamps = new Map(accepted.map(({ id, at }) => [String(id), at]));
  const own = await tx.entries([...stamps.keys(), ...received.map(({ id }) => id)]);
  const taken = own.flatMap(({ id, event }) => {
    const at = stamps.get(id);
    return at === undefined ? [] : [{ ...event, at }];
  });
  const stays = await stayingIn(tx);
  const refs = await foldInto(tx, 'confirmed', registry, [...taken.filter(stays), ...received]);
  await tx.dropEntries(own.map(({ order }) => order));
  return { refs: [...refs, ...own.flatMap((entry) => entry.refs)], events: received };
}

/** What belongs to a person alone stays only while they are on this device; sent after they left, it goes. */
async function stayingIn(tx: ShelfTx): Promise<(event: SyncEvent) => boolean> {
  const followed = new Set((await tx.cursors()).map(({ stream }) => stream));
  return ({ stream }) => parseStream(stream)?.kind !== 'learner' || followed.has(stream);
}

/** A refused event stays, in sight. One without a proven author goes on waiting. */
async function refuse(tx: ShelfTx, { refused }: ExchangeAnswer): Promise<string[]> {
  const codes = new Map(refused.map(({ id, code }) => [id, code]));
  const entries = (await tx.entries([...codes.keys()])).map((entry) => {
    const code = codes.get(entry.id) ?? 'invalid';
    return { ...entry, code, state: code === 'unauthorized' ? entry.state : ('refused' as const) };
  });
  await tx.putEntries(entries);
  return entries.flatMap(({ refs }) => refs);
}

/** `gone`: rows and unsent events go. `left`: rows go, unsent events stay. */
async function drop(tx: ShelfTx, { gone, left }: ExchangeAnswer): Promise<{ refs: string[]; unsent: number }> {
  let unsent = 0;
  for (const stream of gone) {
    const entries = await tx.entriesOfStream(stream);
    await tx.dropEntries(entries.map(({ order }) => order));
    unsent += entries.length;
  }
  const refs: string[] = [];
  for (const stream of [...gone, ...left]) {
    const confirmed = await tx.refsOf('confirmed', stream);
    await tx.dropRows('confirmed', confirmed);
    refs.push(...confirmed, ...(await tx.refsOf('shown', stream)));
  }
  await tx.dropCursors([...gone, ...left]);
  return { refs, unsent };
}

async function moveCursors(tx: ShelfTx, { streams }: ExchangeAnswer): Promise<void> {
  await tx.putCursors(Object.entries(streams).map(([stream, { cursor }]) => ({ stream, seq: cursor })));
}

/** Another incarnation of the database may have numbered its streams otherwise. */
async function startAgain(tx: ShelfTx): Promise<void> {
  await tx.putCursors((await tx.cursors()).map(({ stream }) => ({ stream, seq: 0 })));
}

/**
 * The clock runs on after everything seen, but not after a moment that the server calls impossible: a
 * device that was in the year 2100 comes back.
 */
async function setClock(tx: ShelfTx, now: number, seen: readonly { readonly at: string }[]): Promise<void> {
  const kept = (await tx.clock()) ?? clockStart;
  const start: ClockState = kept.ms > now + toleranceMs ? clockStart : kept;
  await tx.putClock(seen.reduce((clock, { at }) => observe(clock, parseStamp(at) ?? clockStart), start));
}
