import { expect, test } from 'vitest';
import { listGroups } from '$lib/club/groups.server';
import { findMeeting, pageOfMeetings } from '$lib/club/meetings.server';
import { membersOfGroup } from '$lib/club/members.server';
import { certificatesOf } from '$lib/reports/certificates.server';
import { groupReport, yearReport } from '$lib/reports/year.server';
import { openStore } from '$lib/store/open.server';
import { aDataDir } from '../support/store';
import { plansOf } from '../support/query-plans';
import { fillTown, townYear } from './town';

/** Tables that grow with a town's years; its groups, venues and staff it counts in dozens. */
const growing = /^SCAN (?:[a-z] |TABLE )?(events|streams|read_\w+|members|memberships|meetings|[mocht])( |$)/;

test('a small town of the bench adds up, and its reports read no growing table from end to end', async () => {
  const dataDir = aDataDir();
  const size = { venues: 2, groups: 4, members: 40, meetings: 40, marks: 400 };
  const { group, meeting } = await fillTown(dataDir, size);
  const store = openStore({ dataDir });
  const asked = { at: 'all', from: `${townYear}-01-01`, to: `${townYear}-12-31`, profile: 'of-the-day' } as const;
  const { all } = yearReport(store, asked);
  // Of ten meetings a group every sixth mark is an excuse, and three meetings have a guest and seven heads.
  const excused = Array.from({ length: 10 }, (_, number) =>
    Array.from({ length: 10 }, (__, place) => ((place + number) % 6 === 0 ? 1 : 0)).reduce<number>(
      (sum, one) => sum + one,
      0
    )
  ).reduce((sum, one) => sum + one, 0);
  expect(all).toMatchObject({
    meetings: 40,
    open: 0,
    participations: 400 - 4 * excused + 4 * 3,
    guests: 12,
    heads: 84,
    units: 4 * Math.floor((10 * 100) / 45)
  });
  const plans = await plansOf(store, async () => {
    yearReport(store, asked);
    await groupReport(store, { ...asked, group });
    await certificatesOf(store, { ...asked, group, locale: 'de' });
    await pageOfMeetings(store, { at: 'all', from: asked.from, group: '', page: 1 });
    await findMeeting(store, { id: meeting, at: 'all' });
    await membersOfGroup(store, group);
    await listGroups(store, 'all');
  });
  store.close();
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter((step) => growing.test(step))).toEqual([]);
});
