import * as v from 'valibot';
import { clockStart, formatStamp, observe, parseStamp, tick } from '$lib/base/clock';
import type { World } from '$lib/base/world';
import { isTooLarge } from './admit';
import { isFamilys, staysHere, type SyncEvent } from './event';
import { showAgain } from './fold';
import { deviceOf } from './record';
import type { Registry } from './registry';
import { toleranceMs } from './restamp';
import type { ShelfTx } from './shelf';

interface BringOptions {
  readonly registry: Registry;
  readonly world: World;
}

/**
 * Takes in what somebody learned without a name on another device, beside what is here: each deed once, with the id and
 * the stamp that it has; one that claims to be of tomorrow is of now. What this app does not know, and what belongs to
 * anybody by name or to a family, is passed over. Within the given transaction: all of it or nothing.
 * @returns how many were not here before
 */
export async function bringInIn(
  tx: ShelfTx,
  events: readonly SyncEvent[],
  { registry, world }: BringOptions
): Promise<number> {
  const { device, offsetMs } = await deviceOf(tx, world);
  const now = world.now() + offsetMs;
  const byId = new Map(events.flatMap((event) => known(event, registry)).map((event) => [String(event.id), event]));
  for (const { id } of await tx.entries([...byId.keys()])) byId.delete(id);
  let clock = (await tx.clock()) ?? clockStart;
  const fresh = [...byId.values()].map((event): SyncEvent => {
    const stamp = parseStamp(event.at);
    const isPossible = stamp !== undefined && stamp.ms <= now + toleranceMs;
    clock = isPossible ? observe(clock, stamp) : tick(clock, now);
    return isPossible ? event : { ...event, at: formatStamp({ ...clock, device }) };
  });
  await tx.putClock(clock);
  const entries = fresh.map((event) => ({
    id: event.id,
    stream: event.stream,
    event,
    refs: registry.targets(event).map(({ ref }) => ref),
    state: 'local' as const
  }));
  await tx.addEntries(entries);
  await showAgain(
    tx,
    registry,
    entries.flatMap(({ refs }) => refs)
  );
  return fresh.length;
}

function known(event: SyncEvent, { typeOf }: Registry): SyncEvent[] {
  const { stream, type, by, data } = event;
  if (!staysHere(stream) || isFamilys(stream) || !staysHere(by)) return [];
  const found = typeOf(type);
  const kind = stream.slice(0, stream.indexOf('/'));
  if (!found?.streams.some((one) => one === kind)) return [];
  const kept = v.safeParse(found.schema, data);
  return kept.success && !isTooLarge(kept.output) ? [{ ...event, data: kept.output }] : [];
}
