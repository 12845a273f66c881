import * as v from 'valibot';
import { clockStart, formatStamp, tick } from '$lib/base/clock';
import { idMs, newId } from '$lib/base/id';
import type { World } from '$lib/base/world';
import { isTooLarge } from './admit';
import { authorSchema, eventIdSchema, parseStream, staysHere, streamSchema, type Draft, type SyncEvent } from './event';
import { newEventId } from './event-id';
import { foldInto } from './fold';
import type { Registry } from './registry';
import type { DeviceState, ShelfTx } from './shelf';

interface RecordOptions {
  readonly registry: Registry;
  readonly world: World;
}

/** Makes events of drafts and keeps them with the rows they show, all within the given transaction. */
export async function recordIn(
  tx: ShelfTx,
  drafts: readonly Draft[],
  { registry, world }: RecordOptions
): Promise<SyncEvent[]> {
  const { device, offsetMs } = await deviceOf(tx, world);
  let clock = (await tx.clock()) ?? clockStart;
  const events = drafts.map((draft): SyncEvent => {
    clock = tick(clock, doneMs(draft, world) + offsetMs);
    return {
      ...checked(draft, registry),
      id: draft.id ?? newEventId(draft.stream, world),
      at: formatStamp({ ...clock, device })
    };
  });
  await tx.putClock(clock);
  await foldInto(tx, 'shown', registry, events);
  await tx.addEntries(
    events.map((event) => ({
      id: event.id,
      stream: event.stream,
      event,
      refs: registry.targets(event).map(({ ref }) => ref),
      state: staysHere(event.stream) ? 'local' : 'waiting'
    }))
  );
  return events;
}

/**
 * When a deed was done, UTC milliseconds of this device's clock. One that waited outside the database got its id when it
 * was done, which may be days ago.
 */
function doneMs({ id }: Draft, { now }: World): number {
  return Math.min(now(), (id === undefined ? undefined : idMs(id)) ?? Infinity);
}

const earlySchema = v.object({
  id: eventIdSchema,
  stream: streamSchema,
  type: v.string(),
  by: authorSchema,
  seen: v.optional(eventIdSchema),
  data: v.unknown()
});

/**
 * The same for deeds that waited outside the database, as they were found there. What is in the outbox already is not
 * kept twice; what is no deed, or none that this app knows, is passed over.
 */
export async function recordEarlyIn(
  tx: ShelfTx,
  deeds: readonly unknown[],
  options: RecordOptions
): Promise<SyncEvent[]> {
  const found = deeds.flatMap((deed) => {
    const parsed = v.safeParse(earlySchema, deed);
    return parsed.success && fits(parsed.output, options.registry) ? [parsed.output] : [];
  });
  const byId = new Map(found.map((deed) => [String(deed.id), deed]));
  for (const { id } of await tx.entries([...byId.keys()])) byId.delete(id);
  return recordIn(tx, [...byId.values()], options);
}

function fits(draft: Draft, registry: Registry): boolean {
  try {
    checked(draft, registry);
    return true;
  } catch {
    return false;
  }
}

/** What this browser knows about itself; made at the first call. */
export async function deviceOf(tx: ShelfTx, world: World): Promise<DeviceState> {
  const kept = await tx.device();
  if (kept !== undefined) return kept;
  const made: DeviceState = { device: newId(world), offsetMs: 0, grants: [], gone: 0 };
  await tx.putDevice(made);
  return made;
}

/** A draft as its type's schema gives it back. A draft that does not fit is a mistake in the program. */
function checked({ stream, type, by, seen, data }: Draft, { typeOf }: Registry): Omit<SyncEvent, 'id' | 'at'> {
  const known = typeOf(type);
  const kind = parseStream(stream)?.kind;
  if (known === undefined) throw new Error(`No room knows the event type ${type}`);
  if (kind === undefined || !known.streams.includes(kind)) throw new Error(`${type} does not belong in ${stream}`);
  if (known.neverSent && !staysHere(stream)) throw new Error(`${type} stays on its device: ${stream} would be sent`);
  const kept = v.parse(known.schema, data);
  if (isTooLarge(kept)) throw new Error(`The data of ${type} is too large`);
  return { stream, type, by: v.parse(authorSchema, by), ...(seen === undefined ? {} : { seen }), data: kept };
}
