import type { World } from '$lib/base/world';
import { isFamilys, staysHere } from './event';
import { showAgain } from './fold';
import { letGoOfStreamIn } from './kept';
import { rowOf, tableOf, type Projection } from './projection';
import { deviceOf } from './record';
import { refOf, type Registry } from './registry';
import type { HeldGrant, OutboxEntry, ShelfTx } from './shelf';
import type { SyncStatus } from './status';
import { everything, hideOfferedAgainIn } from './tables';
import { isWithin, tabletPart } from './tablet-part';
import type { RefusalCode } from './wire';

/** Grants kept at most: of the last people who signed in here. */
const largestGrants = 20;

/** What the shelf itself can say of the status. */
export type ShelfStatus = Pick<
  SyncStatus,
  'waiting' | 'refused' | 'unauthorized' | 'gone' | 'local' | 'lastExchangeAt' | 'offsetMs'
>;

/** The row shown for a key of a projection. */
export async function rowIn<Row>(tx: ShelfTx, projection: Projection<Row>, key: string): Promise<Row | undefined> {
  const [found] = await tx.rows('shown', [refOf(tableOf(projection), key)]);
  return rowOf(projection, found?.row);
}

/** The rows shown whose key begins so, in order of key. */
export async function rowsIn<Row>(tx: ShelfTx, projection: Projection<Row>, prefix: string): Promise<Row[]> {
  const found = await tx.rowsFrom('shown', refOf(tableOf(projection), prefix));
  return found.flatMap(({ row }) => rowOf(projection, row) ?? []);
}

/** Begins to ask for a stream. Says whether that is news. */
export async function followIn(tx: ShelfTx, stream: string): Promise<boolean> {
  const isKnown = (await tx.cursors()).some((cursor) => cursor.stream === stream);
  if (!isKnown) await tx.putCursors([{ stream, seq: 0 }]);
  return !isKnown;
}

/** Lets go of what the server sent of a stream. What is unsent stays, and stays in sight. */
export async function leaveIn(tx: ShelfTx, registry: Registry, stream: string): Promise<void> {
  const refs = await tx.refsOf('confirmed', stream);
  await tx.dropRows('confirmed', refs);
  await tx.dropCursors([stream]);
  await hideOfferedAgainIn(tx, stream);
  await showAgain(tx, registry, [...refs, ...(await tx.refsOf('shown', stream))]);
}

/**
 * Takes away for good, by a person's word only: what a visitor wrote in a stream that stays here, or some of it; or all
 * that this device has of a family, unsent entries too.
 */
export async function eraseIn(
  tx: ShelfTx,
  registry: Registry,
  { stream, ids }: { readonly stream: string; readonly ids?: ReadonlySet<string> | undefined }
): Promise<void> {
  if (!staysHere(stream) && !isFamilys(stream)) throw new Error(`${stream} does not belong to this device alone`);
  if (!staysHere(stream)) {
    await leaveIn(tx, registry, stream);
    await letGoOfStreamIn(tx, stream);
  }
  const entries = (await tx.entriesOfStream(stream)).filter(({ id }) => ids === undefined || ids.has(id));
  await tx.dropEntries(entries.map(({ order }) => order));
  await showAgain(
    tx,
    registry,
    entries.flatMap(({ refs }) => refs)
  );
}

/** Lets go of everything that the server sent. */
async function forgetIn(tx: ShelfTx, registry: Registry): Promise<void> {
  for (const { stream } of await tx.cursors()) if (!isFamilys(stream)) await leaveIn(tx, registry, stream);
  await tx.putSnapshot(undefined);
}

/**
 * Staff, or a learner with a card, leave this device: what only they may read goes, at once and without a network. What the device itself may
 * have stays, and so does everything that is unsent.
 */
export async function handOnIn(tx: ShelfTx, registry: Registry): Promise<void> {
  const kept = (await tx.snapshot())?.snapshot;
  if (kept?.staff === undefined && kept?.learner === undefined) return;
  const device = await tx.device();
  if (device) await tx.putDevice({ ...device, tablets: undefined });
  const part = tabletPart(kept);
  if (part === undefined) return forgetIn(tx, registry);
  for (const { stream } of await tx.cursors())
    if (!isWithin(part, stream) && !isFamilys(stream)) await leaveIn(tx, registry, stream);
  // Of no tag: the server sends the right one with the next exchange.
  await tx.putSnapshot({ tag: '', snapshot: part });
}

/** Keeps a grant; of sign-ins the newest ones only. A family's is its only way in. */
export async function holdGrantIn(tx: ShelfTx, world: World, { id, secret }: HeldGrant): Promise<void> {
  const state = await deviceOf(tx, world);
  const others = state.grants.filter((grant) => grant.id !== id);
  const [families, signIns] = [true, false].map((wanted) =>
    [...others, { id, secret }].filter((grant) => isFamilys(grant.id) === wanted)
  );
  await tx.putDevice({ ...state, grants: [...(families ?? []), ...(signIns ?? []).slice(-largestGrants)] });
}

/** Lets go of a grant: what it proved is not this device's any more. */
export async function dropGrantIn(tx: ShelfTx, world: World, id: string): Promise<void> {
  const state = await deviceOf(tx, world);
  await tx.putDevice({ ...state, grants: state.grants.filter((grant) => grant.id !== id) });
}

/** Puts an event aside as refused: it stays, but no row shows it. */
export async function refuseIn(tx: ShelfTx, registry: Registry, entry: OutboxEntry, code: RefusalCode): Promise<void> {
  await tx.putEntries([{ ...entry, state: 'refused', code }]);
  await showAgain(tx, registry, entry.refs);
}

/** Offers what lies with the office once more: after its yes, the server takes it. */
export async function offerHeldIn(tx: ShelfTx, registry: Registry): Promise<void> {
  const held = (await tx.entriesIn('refused', 0, everything)).filter(({ code }) => code === 'held');
  for (const { id } of held) await retryIn(tx, registry, id);
}

/** Lets a refused event wait for the server again. */
export async function retryIn(tx: ShelfTx, registry: Registry, id: string): Promise<void> {
  const entries = await tx.entries([id]);
  await tx.putEntries(entries.map(({ code: _code, ...entry }) => ({ ...entry, state: 'waiting' })));
  await showAgain(
    tx,
    registry,
    entries.flatMap(({ refs }) => refs)
  );
}

/** The newest ones first. What is offered to a restored server again waits as well: it is older than all that is new. */
export async function newestIn(tx: ShelfTx, state: 'waiting' | 'refused', limit: number): Promise<OutboxEntry[]> {
  const found = await tx.newestIn(state, limit);
  return state === 'refused' || found.length === limit
    ? found
    : [...found, ...(await tx.newestIn('again', limit - found.length))];
}

/** Takes a refused event away for good. One that still waits stays. */
export async function discardIn(tx: ShelfTx, id: string): Promise<void> {
  const refused = (await tx.entries([id])).filter(({ state }) => state === 'refused');
  await tx.dropEntries(refused.map(({ order }) => order));
}

/** Whether there is something to send, or a server that knows this browser and may have news. */
export async function isWorthwhile(tx: ShelfTx): Promise<boolean> {
  const { waiting, again } = await tx.counts();
  if (waiting + again > 0) return true;
  return (await tx.snapshot()) !== undefined || (await tx.cursors()).length > 0;
}

/** What the shelf says of the status. */
export async function shelfStatus(tx: ShelfTx): Promise<ShelfStatus> {
  const device = await tx.device();
  const { waiting, again, refused, local } = await tx.counts();
  const unauthorized = async (state: 'waiting' | 'again') => tx.countFor(state, 'unauthorized');
  return {
    waiting: waiting + again,
    refused,
    unauthorized: (waiting > 0 ? await unauthorized('waiting') : 0) + (again > 0 ? await unauthorized('again') : 0),
    gone: device?.gone ?? 0,
    local,
    lastExchangeAt: device?.lastExchangeAt,
    offsetMs: device?.lastExchangeAt === undefined ? undefined : device.offsetMs
  };
}
