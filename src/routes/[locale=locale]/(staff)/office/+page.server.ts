import { listTablets } from '$lib/access/tablet.server';
import { listAccounts } from '$lib/club/accounts.server';
import { deskOf, venuesOf } from '$lib/club/desk.server';
import { listGroups } from '$lib/club/groups.server';
import { pageOfMeetings } from '$lib/club/meetings.server';
import { countMembers } from '$lib/club/members.server';
import { listVenues } from '$lib/club/venues.server';
import { dayOf } from '$lib/club/zone';
import { countOpenGuides } from '$lib/guides/reports.server';
import { countOpenBarrierReports } from '$lib/privacy/barriers.server';
import { subjectOf } from '$lib/sync/event';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { store, world, by } = deskOf(locals);
  const [at, now] = [venuesOf(locals), world.now()];
  const [venues, groups, members, tablets, staff, { meetings }, barriers, guides] = await Promise.all([
    listVenues(store, at),
    listGroups(store, at),
    countMembers(store, at),
    listTablets(store, at),
    listAccounts(store, { at, me: subjectOf(by), now }),
    pageOfMeetings(store, { at, from: dayOf(now), group: '', page: 1 }),
    at === 'all' ? countOpenBarrierReports(store) : 0,
    at === 'all' ? countOpenGuides(store) : 0
  ]);
  return {
    /** of an office of some venues: their names */
    lookedAfter: at === 'all' ? undefined : venues.map(({ name }) => name),
    counts: {
      venues: venues.filter(({ closed }) => !closed).length,
      groups: groups.filter(({ closed }) => !closed).length,
      members,
      tablets: tablets.filter(({ revoked }) => !revoked).length
    },
    next: meetings.slice(0, 5),
    /** what the office has not come to yet, in the order in which it helps */
    missing: {
      group: groups.length === 0,
      member: members === 0,
      staff: !staff.some(({ role }) => role === 'trainer'),
      meeting: meetings.length === 0,
      tablet: tablets.length === 0
    },
    barriers,
    guides
  };
};
