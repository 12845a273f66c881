import { listStaff } from '$lib/access/staff.server';
import { listTablets } from '$lib/access/tablet.server';
import { world } from '$lib/base/world';
import { listGroups } from '$lib/club/groups.server';
import { listMeetings } from '$lib/club/meetings.server';
import { listMembers } from '$lib/club/members.server';
import { listVenues } from '$lib/club/venues.server';
import { countOpenBarrierReports } from '$lib/privacy/barriers.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const store = getStore();
  const [venues, groups, members, tablets, staff, meetings, barriers] = await Promise.all([
    listVenues(store),
    listGroups(store),
    listMembers(store),
    listTablets(store),
    listStaff(store),
    listMeetings(store, world.now()),
    countOpenBarrierReports(store)
  ]);
  return {
    counts: {
      venues: venues.filter(({ closed }) => !closed).length,
      groups: groups.filter(({ closed }) => !closed).length,
      members: members.length,
      tablets: tablets.filter(({ revoked }) => !revoked).length
    },
    next: meetings.coming.slice(0, 5),
    /** what the office has not come to yet, in the order in which it helps */
    missing: {
      group: groups.length === 0,
      member: members.length === 0,
      staff: !staff.some(({ role }) => role === 'trainer'),
      meeting: meetings.coming.length === 0,
      tablet: tablets.length === 0
    },
    barriers
  };
};
