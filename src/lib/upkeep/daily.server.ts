import { guestProposed } from '$lib/attendance/events';
import { unlinkTablets, type Writer } from '$lib/audit/trail.server';
import type { World } from '$lib/base/world';
import { dayOf, startOf } from '$lib/club/zone';
import { deleteUnused } from '$lib/family/families.server';
import { applyRules } from '$lib/privacy/retention.server';
import { endSealed } from '$lib/privacy/sealed.server';
import { rooms } from '$lib/rooms';
import { dropOldPages } from '$lib/store/disk.server';
import type { Store } from '$lib/store/open.server';
import type { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';

/** Who is named in the trail for what the house does by itself. */
export const byHouse = 'upkeep';

/** So long a name that somebody gave at the door waits for a trainer's word; whoever was written down has it there. */
const doorNameMs = 24 * 60 * 60_000;

/**
 * What is due each day. What was known for an evening goes: names given at the door, and on which tablet somebody learned
 * on an earlier day. Sealed names go whose day is over, and whatever the office's rules hit.
 */
export async function dailyUpkeep({ store, world }: { store: Store; world: World }, log: EventLog): Promise<void> {
  const writer: Writer = { store, world, by: byHouse };
  const now = world.now();
  store.db.transaction(() => log.strikeWordsBefore(guestProposed.type, now - doorNameMs)).immediate();
  const today = startOf(dayOf(now));
  await log.unlinkDevices(today);
  unlinkTablets(store, today);
  dropOldPages(store.db);
  deleteUnused(store, registry(rooms), now);
  await endSealed(writer, log);
  await applyRules(writer, log);
}

export interface Days {
  readonly world: Pick<World, 'now'>;
  /** calls once, some time later */
  readonly later: (ms: number, call: () => void) => void;
  readonly upkeep: () => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** The server has other things to do while it starts. */
const firstAfterMs = 5 * 60_000;
const everyMs = 60 * 60_000;

/** Does the upkeep soon after the start, and then once on each day of the venues. What fails is tried again in an hour. */
export function watchDays({ world, later, upkeep, report }: Days): void {
  let done = '';
  const look = async (): Promise<void> => {
    const today = dayOf(world.now());
    try {
      if (today !== done) await upkeep();
      done = today;
    } catch (error) {
      report(error);
    }
    later(everyMs, () => void look());
  };
  later(firstAfterMs, () => void look());
}
