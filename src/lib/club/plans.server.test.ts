import { describe, expect, it } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { beginSession, signedIn } from '$lib/access/session.server';
import { giveGrant, provenGrants } from '$lib/access/grant.server';
import { enrolTablet, makeCode, provenTablet } from '$lib/access/tablet.server';
import { aClub, aStaff, aWriter } from '../../../tests/support/club';
import { plansOf, scansOf } from '../../../tests/support/query-plans';
import { aStore } from '../../../tests/support/store';
import { clubFacts } from './facts.server';
import { addMeeting, findMeeting, pageOfMeetings } from './meetings.server';
import { listMembers, membersOfGroup } from './members.server';
import { laterInSeries, proposeSeries } from './series.server';
import { snapshotFor } from './snapshot.server';
import { tabletsSeenBy } from './tablets.server';
import { dayOf } from './zone';

/** A club with 100,000 stays and meetings of other groups around it. */
async function aLargeClub() {
  const writer = aWriter(aStore());
  const { store } = writer;
  const trainer = await aStaff(writer);
  const club = await aClub(writer, { trainers: [trainer] });
  const other = await aClub(writer, { name: 'Andere', people: [] });
  const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)';
  store.db.exec(`
    ${numbers} INSERT INTO members SELECT 'm' || i, 'Anna', 'K', 'tulip', 0 FROM n;
    ${numbers} INSERT INTO memberships SELECT 'm' || i, '${other.group}', 0, NULL FROM n;
    ${numbers} INSERT INTO meetings (id, "group", date, start, "end", created_at)
      SELECT 'x' || i, '${other.group}', date('1700-01-01', i || ' days'), '14:00', '16:00', 0 FROM n;
  `);
  await addMeeting(writer, { group: club.group, date: dayOf(writer.world.now()), start: '14:00', end: '16:00' });
  return { ...writer, writer, club, trainer };
}

describe('with 100,000 rows no table is read from end to end for', () => {
  it('what every exchange of a tablet, a trainer or the office of a venue asks', async () => {
    const { store, world, writer, club, trainer } = await aLargeClub();
    const tablet = { id: 't', venue: club.venue, enrolledAt: 0 };
    const actors: Actor[] = [
      { kind: 'device', tablet },
      { kind: 'staff', staff: trainer, role: 'trainer', tablet },
      { kind: 'staff', staff: trainer, role: 'office', venues: [club.venue] }
    ];
    const question = {
      people: [...club.members],
      meetings: ['x1'],
      groups: [club.group],
      staff: [trainer],
      grants: []
    };
    const grant = await giveGrant(writer, { staff: trainer, device: 'browser' });
    const plans = await plansOf(store, async () => {
      await clubFacts(store).facts(question);
      await provenGrants(store, [{ ...grant, device: 'browser' }]);
      for (const actor of actors) {
        await clubFacts(store).roster(actor, world.now());
        await snapshotFor(store, { actor, now: world.now() });
        await tabletsSeenBy(store, { actor, now: world.now() });
      }
    });
    expect(scansOf(plans)).toEqual([]);
  });

  it('finding out who is asking', async () => {
    const { store, writer, club, trainer } = await aLargeClub();
    const token = await beginSession(writer, trainer);
    const enrolled = await enrolTablet(writer, (await makeCode(writer, { tabletName: 'T', venue: club.venue })).code);
    const cookie = enrolled.ok ? enrolled.value.cookie : '';
    const plans = await plansOf(store, async () => {
      await signedIn(writer, token);
      await provenTablet(writer, cookie);
    });
    expect(scansOf(plans)).toEqual([]);
  });

  it('the check itself: it sees a table that is read whole', async () => {
    const { store } = aWriter(aStore());
    expect(scansOf(await plansOf(store, () => listMembers(store, 'all')))).toHaveLength(1);
  });

  it("a group's members and the list of meetings", async () => {
    const { store, world, club } = await aLargeClub();
    const plans = await plansOf(store, async () => {
      await membersOfGroup(store, club.group);
      await pageOfMeetings(store, { at: 'all', from: dayOf(world.now()), group: '', page: 1 });
    });
    expect(scansOf(plans)).toEqual([]);
  });

  it('a page of the list, one meeting, and the rest of its series', async () => {
    const { store, club } = await aLargeClub();
    const from = '2026-11-24';
    const plans = await plansOf(store, async () => {
      await pageOfMeetings(store, { at: 'all', from, group: '', page: 1 });
      await pageOfMeetings(store, { at: [club.venue], from, group: club.group, page: 2 });
      await findMeeting(store, { id: 'x1', at: 'all' });
      await laterInSeries(store, { series: 's', date: from, movedFrom: undefined });
      await proposeSeries(store, { group: club.group, first: from, everyWeeks: 1, count: 2 });
    });
    expect(scansOf(plans)).toEqual([]);
  });
});
