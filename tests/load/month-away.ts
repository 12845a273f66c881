import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { addMember } from '$lib/club/members.server';
import { rooms } from '$lib/rooms';
import { openStore } from '$lib/store/open.server';
import type { SyncEvent } from '$lib/sync/event';
import { newEventId } from '$lib/sync/event-id';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';

export interface MonthAway {
  readonly dataDir: string;
  /** the group whose people learned meanwhile */
  readonly group: string;
  readonly people: number;
  readonly lessons: number;
  readonly steps: number;
}

/**
 * What a club does while one of its tablets lies in a cupboard: each person goes through each step of each lesson on
 * another tablet, which is two events a step. Answers how many events that were.
 */
export async function spendMonth({ dataDir, group, people, lessons, steps }: MonthAway): Promise<number> {
  const store = openStore({ dataDir });
  const log = new EventLog(store, registry(rooms), world);
  const device = newId(world);
  let count = 0;
  for (let index = 0; index < people; index += 1) {
    const writer = { store, world, by: 'staff/bench' };
    const person = await addMember(writer, { firstName: `Anna ${index}`, initial: 'K', picture: 'tulip', group });
    const events = Array.from({ length: lessons * steps }, (_, step) => {
      const data = {
        course: 'tablet-basics',
        lesson: `lesson-${Math.floor(step / steps)}`,
        step: `step-${step % steps}`
      };
      return ['place.moved', 'step.completed'].map((type): SyncEvent => {
        count += 1;
        const at = formatStamp({ ms: world.now(), counter: count % 60_000, device });
        const stream = `progress/${person}`;
        return { id: newEventId(stream, world), stream, type, at, by: `person/${person}`, data };
      });
    }).flat();
    log.append(events, { device, receivedAt: world.now() });
  }
  store.close();
  return count;
}
