import { err, type Result } from '$lib/base/result';
import type { World } from '$lib/base/world';
import { takeIn } from '$lib/sync/apply';
import { exchangeRound } from '$lib/sync/courier';
import type { Draft, SyncEvent } from '$lib/sync/event';
import type { RoundEnd } from '$lib/sync/round-end';
import { memoryShelf } from '$lib/sync/memory-shelf';
import { recordIn } from '$lib/sync/record';
import type { Shelf } from '$lib/sync/shelf';
import { followIn, holdGrantIn, leaveIn, refuseIn } from '$lib/sync/shelf-work';
import type { Transport, TransportError } from '$lib/sync/transport';
import { allRooms } from './sync-server';

/** What happens to one request on its way. */
export type Fate = 'arrives' | 'request lost' | 'answer lost' | 'sent twice';

export const fates: readonly Fate[] = ['arrives', 'request lost', 'answer lost', 'sent twice'];

/** A browser without a page: the engine's own parts, on a shelf in memory. */
export interface SyncDevice {
  readonly shelf: Shelf;
  record(draft: Draft): Promise<SyncEvent[]>;
  exchange(fate?: Fate): Promise<RoundEnd>;
  /** the rows of one side, by reference */
  rows(side: 'shown' | 'confirmed'): Promise<Record<string, unknown>>;
  follow(stream: string): Promise<boolean>;
  leave(stream: string): Promise<void>;
  holdGrant(id: string): Promise<void>;
}

export function aSyncDevice(world: World, way: Transport, shelf: Shelf = memoryShelf()): SyncDevice {
  const apply = { registry: allRooms, world };
  return {
    shelf,
    record: (draft) => shelf.write((tx) => recordIn(tx, [draft], apply)),
    exchange: (fate = 'arrives') =>
      exchangeRound({
        shelf,
        world,
        transport: (body) => travel(way, body, fate),
        apply: (exchanged) => takeIn(shelf, exchanged, apply),
        refuse: (entry) => shelf.write((tx) => refuseIn(tx, allRooms, entry, 'too-large'))
      }),
    async rows(side) {
      const rows = await shelf.read((tx) => tx.rowsFrom(side, ''));
      return Object.fromEntries(rows.map(({ ref, row }) => [ref, row]));
    },
    follow: (stream) => shelf.write((tx) => followIn(tx, stream)),
    leave: (stream) => shelf.write((tx) => leaveIn(tx, allRooms, stream)),
    holdGrant: (id) => shelf.write((tx) => holdGrantIn(tx, world, { id, secret: 'secret' }))
  };
}

async function travel(way: Transport, body: string, fate: Fate): Promise<Result<unknown, TransportError>> {
  if (fate === 'request lost') return err({ status: 0 });
  const first = await way(body);
  if (fate === 'answer lost') return err({ status: 0 });
  return fate === 'sent twice' ? way(body) : first;
}
