import { later } from '$lib/sync/merge';
import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { on, projection } from '$lib/sync/projection';
import { familyJoined, familyLeft, familyMoved, familySealed, type End } from './device-events';
import type { DeviceKey } from './handing';
import type { Box } from './sealing';

/** A family that this device belongs to, or belonged to. */
export interface Membership {
  readonly id: EventId;
  readonly at: string;
  readonly family: string;
  readonly secret: string;
  readonly device: DeviceKey;
  readonly name: string;
}

interface Ending {
  readonly id: EventId;
  readonly at: string;
  readonly why: End;
}

/** The families of this device, by id. */
export interface RingRow {
  readonly joined: Readonly<Record<string, Membership>>;
  readonly left: Readonly<Record<string, Ending>>;
}

const empty: RingRow = { joined: {}, left: {} };

const keyOf = ({ stream }: Pick<SyncEvent, 'stream'>): string => subjectOf(stream);

/** The device's key ring. It never leaves the device. */
export const ring = projection<RingRow>('family-ring', 1, [
  on(familyJoined, {
    keyOf,
    fold: (row = empty, { id, at, data }) => ({
      ...row,
      joined: { ...row.joined, [data.family]: later(row.joined[data.family], { id, at, ...data }) }
    })
  }),
  on(familyLeft, {
    keyOf,
    fold: (row = empty, { id, at, data: { family, why } }) => ({
      ...row,
      left: { ...row.left, [family]: later(row.left[family], { id, at, why }) }
    })
  })
]);

/** The families that this device belongs to now, the one that it came to last first. */
export const memberships = (row: RingRow | undefined): Membership[] =>
  Object.values(row?.joined ?? {})
    .filter(({ family, at }) => (row?.left[family]?.at ?? '') < at)
    .sort((a, b) => (a.at < b.at ? 1 : -1));

/** How the last of all its families ended for this device, where it belongs to none. */
export function ended(row: RingRow | undefined): Exclude<End, 'moved'> | undefined {
  if (memberships(row).length > 0) return undefined;
  const endings = Object.values(row?.left ?? {}).sort((a, b) => (a.at < b.at ? 1 : -1));
  return endings.flatMap(({ why }) => (why === 'moved' ? [] : [why]))[0];
}

/** A sealed entry as it came. */
export interface EntryRow extends Box {
  readonly id: EventId;
  readonly stream: string;
  readonly type: string;
  readonly at: string;
  readonly by: string;
}

type SealedEvent = SyncEvent<Box>;

const entryCase = {
  keyOf: ({ stream, id }: Pick<SyncEvent, 'stream' | 'id'>) => `${subjectOf(stream)}:${id}`,
  fold: (_: EntryRow | undefined, { id, stream, type, at, by, data: { nonce, box } }: SealedEvent): EntryRow => ({
    ...{ id, stream, type, at, by, nonce, box }
  })
};

/** Every sealed entry by itself: nobody can fold what is not opened, and it is opened outside the database. */
export const entries = projection<EntryRow>('family-entries', 1, [
  on(familySealed, entryCase),
  on(familyMoved, entryCase)
]);
