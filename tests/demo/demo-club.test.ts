import { expect, it } from 'vitest';
import { listGroups } from '$lib/club/groups.server';
import { pageOfMeetings } from '$lib/club/meetings.server';
import { dayOf } from '$lib/club/zone';
import { listMembers } from '$lib/club/members.server';
import { listVenues } from '$lib/club/venues.server';
import { world } from '$lib/base/world';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { freshenDemoClub, makeDemoClub } from '../../scripts/demo/club';
import { aDataDir, aStore } from '../support/store';

const now = Date.UTC(2026, 10, 24, 8);

/** Two months of a club's life are written with every commit on the disk. */
const patienceMs = 60_000;

it(
  'the demo club is whole, its read tables agree with its log, and a later start only plans what is missing',
  async () => {
    const dataDir = aDataDir();
    await makeDemoClub({ dataDir, contentDir: 'content', now });
    const store = aStore(dataDir);
    const all = { at: 'all', from: '2000-01-01', group: '', page: 1 } as const;
    const { meetings } = await pageOfMeetings(store, all);
    expect(await listVenues(store, 'all')).toHaveLength(2);
    expect(await listGroups(store, 'all')).toHaveLength(4);
    expect(await listMembers(store, 'all')).toHaveLength(30);
    expect(meetings.filter(({ date }) => date < dayOf(now))).toHaveLength(10);
    expect(meetings.filter(({ date }) => date === '2026-11-24').map(({ groupName }) => groupName)).toEqual([
      'Tablet-Runde am Vormittag',
      'Digital am Nachmittag'
    ]);
    expect(new EventLog(store, registry(rooms), world).differences()).toEqual([]);
    expect(store.db.prepare('SELECT count(*) FROM events').pluck().get()).toBeGreaterThan(500);

    const inThreeWeeks = now + 21 * 86_400_000;
    await freshenDemoClub({ dataDir, now: inThreeWeeks });
    const { code } = await freshenDemoClub({ dataDir, now: inThreeWeeks });
    expect(code).toMatch(/^\w+$/);
    const later = await pageOfMeetings(store, { ...all, from: dayOf(inThreeWeeks) });
    expect(later.meetings.filter(({ date }) => date === '2026-12-15')).toHaveLength(2);
  },
  patienceMs
);
