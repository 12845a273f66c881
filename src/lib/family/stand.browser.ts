import type { Engine } from '$lib/sync/engine.browser';
import type { SyncEvent } from '$lib/sync/event';
import { byTime } from '$lib/sync/merge';
import type { OutboxEntry } from '$lib/sync/shelf';
import { visitor } from '$lib/sync/visitor';
import { familySealed } from './device-events';
import { deedTypes } from './events';
import { isDeed, type Opened, type Opener, type Opening } from './opening';
import { entries, memberships, ring, type EntryRow, type Membership, type RingRow } from './ring';
import type { Box } from './sealing';

/** Where a family's words lie as long as they are on one device alone, and always the device's keys. */
export const localStream = `family/${visitor}`;

/** The stream of a family. */
export const streamOf = (family: string): string => `family/${family}`;

/** Everything that this device knows of its families at one moment. */
export interface Stand extends Opening {
  readonly ring: RingRow | undefined;
  /** the one that counts first */
  readonly families: readonly Membership[];
  readonly rows: readonly EntryRow[];
  /** sealed entries that the server has not taken, refused ones among them */
  readonly unsent: readonly OutboxEntry[];
  /** words that were kept in clear, on this device alone */
  readonly local: readonly SyncEvent[];
  readonly lastExchangeAt: number | undefined;
  /** streams that the server has deleted */
  readonly gone: readonly string[];
}

/** The family that this device belongs to, once something of it is here. A link alone may fit none. */
export const reached = ({ families: [current], rows }: Stand): Membership | undefined =>
  current && rows.some(({ stream }) => stream === streamOf(current.family)) ? current : undefined;

const deedNames = new Set(deedTypes.map(({ type }) => type));

/** Reads and opens it all. */
export async function standOf(engine: Engine, opener: Opener): Promise<Stand> {
  const [ringRow, rows, unsent, kept, heard] = await Promise.all([
    engine.row(ring, visitor),
    engine.rows(entries, { prefix: '' }),
    engine.outbox.all('again', 'waiting', 'refused'),
    engine.outbox.all('local'),
    engine.heard()
  ]);
  const families = memberships(ringRow);
  return {
    ring: ringRow,
    families,
    rows,
    unsent: unsent.filter(({ stream }) => stream.startsWith('family/')),
    local: kept.map(({ event }) => event).filter(({ stream, type }) => stream === localStream && deedNames.has(type)),
    lastExchangeAt: heard?.lastExchangeAt,
    gone: heard?.goneStreams ?? [],
    ...(await opener.open(rows, families))
  };
}

interface CarriedOver {
  /** words that do not stand in the family's stream yet, with the ids and stamps that they have */
  readonly missing: readonly SyncEvent[];
  /** refused entries whose words are among them */
  readonly toDrop: readonly Pick<OutboxEntry['event'], 'id'>[];
  /** families that this device came from */
  readonly behind: readonly Membership[];
  /** everything of before stands in the family's stream */
  readonly isWhole: boolean;
}

/** What has to be brought into the current family: from this device alone, from families before, from what was refused there. */
export async function carriedOver(
  { families, opened, unsent, local }: Stand,
  { current, opener }: { readonly current?: Membership; readonly opener: Opener }
): Promise<CarriedOver> {
  const behind = families.filter(({ family }) => family !== current?.family);
  const streams = new Set(behind.map(({ family }) => streamOf(family)));
  const refused = unsent.filter(({ state, stream }) => state === 'refused' && streams.has(stream));
  const late = (await openedOf(refused, { families, opener })).filter(isDeed);
  // What the server refuses here it would refuse again: it stays refused, and is not sealed anew at every look.
  const turnedAway = current ? await openedOf(unsent.filter(isRefusedIn(current)), { families, opener }) : [];
  const inFamily = opened.filter(({ family }) => family === current?.family);
  const known = new Set([...inFamily, ...turnedAway].map(({ event }) => event.id));
  const before = opened.filter((one) => one.family !== current?.family && isDeed(one));
  const words = new Map(
    [...before.map(eventOf), ...late.map(eventOf), ...local]
      .filter(({ id }) => !known.has(id))
      .map((event) => [event.id, event])
  );
  const missing = [...words.values()].sort(byTime);
  const toDrop = refused.map(({ event }) => ({ id: event.id }));
  return { missing, toDrop, behind, isWhole: missing.length === 0 && turnedAway.length === 0 };
}

const isRefusedIn =
  ({ family }: Membership) =>
  ({ state, stream }: OutboxEntry): boolean =>
    state === 'refused' && stream === streamOf(family);

/** What this device sealed and has in its outbox. */
async function openedOf(
  kept: readonly OutboxEntry[],
  { families, opener }: { readonly families: readonly Membership[]; readonly opener: Opener }
): Promise<readonly Opened[]> {
  const rows = kept.flatMap(({ event }) => (isSealed(event) ? [{ ...event, ...event.data }] : []));
  return (await opener.open(rows, families)).opened;
}

const eventOf = ({ event }: Opened): SyncEvent => event;

const isSealed = (event: SyncEvent): event is SyncEvent<Box> => event.type === familySealed.type;
