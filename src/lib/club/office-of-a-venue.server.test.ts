import { expect, it } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { enrolTablet, listTablets, makeCode } from '$lib/access/tablet.server';
import { aClub, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';

import { listAccounts } from './accounts.server';
import { clubFacts } from './facts.server';
import { addGroup, findGroup, listGroups, setGroupClosed } from './groups.server';
import { addMeeting, pageOfMeetings } from './meetings.server';
import { addMember, countMembers, findMember, joinGroup, leaveGroup, listMembers } from './members.server';
import { mergeMembers } from './merge.server';
import { groupOffers } from './offers.server';
import { sightOf } from './sight.server';
import { snapshotFor } from './snapshot.server';
import { listVenues } from './venues.server';
import { giveUpPlace, waitForPlace } from './waiting.server';
import { dayOf } from './zone';

async function twoVenues() {
  const writer = aWriter(aStore());
  const [eva, udo] = [await aStaff(writer, { username: 'eva' }), await aStaff(writer, { username: 'udo' })];
  const here = await aClub(writer, { name: 'Montag', people: ['Anna', 'Bernd'], trainers: [eva] });
  const there = await aClub(writer, { name: 'Freitag', people: ['Zoe'], trainers: [udo] });
  const office = await aStaff(writer, { username: 'ort', role: 'office', venues: [here.venue] });
  const actor: Actor = { kind: 'staff', staff: office, role: 'office', venues: [here.venue] };
  const now = writer.world.now();
  const date = dayOf(now);
  for (const { group } of [here, there]) await addMeeting(writer, { group, date, start: '14:00', end: '16:00' });
  for (const { venue } of [here, there]) {
    const { code } = await makeCode(writer, { tabletName: venue, venue });
    await enrolTablet(writer, code);
  }
  return { writer, store: writer.store, here, there, eva, udo, office, actor, now, at: [here.venue] };
}

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);

it('the office of a venue sees its venue, groups, meetings, tablets and people, and nothing of others', async () => {
  const { store, here, there, at } = await twoVenues();
  expect(idsOf(await listVenues(store, at))).toEqual([here.venue]);
  expect(idsOf(await listGroups(store, at))).toEqual([here.group]);
  expect(await findGroup(store, there.group, at)).toBeUndefined();
  const { meetings } = await pageOfMeetings(store, { at, from: '2000-01-01', group: '', page: 1 });
  expect(meetings.map(({ group }) => group)).toEqual([here.group]);
  expect((await listTablets(store, at)).map(({ venue }) => venue)).toEqual([here.venue]);
  expect(idsOf(await listMembers(store, at)).sort()).toEqual([...here.members].sort());
  expect((await groupOffers(store, at)).venues).toEqual([here.venue]);
  expect(await listMembers(store, 'all')).toHaveLength(3);
  expect([countMembers(store, at), countMembers(store, [there.venue]), countMembers(store, 'all')]).toEqual([2, 1, 3]);
  for (const id of there.members) expect(await findMember(store, id, at)).toBeUndefined();
});

it('reads, and is told of live, only what belongs to its venue', async () => {
  const { store, here, there, actor, now } = await twoVenues();
  const { people, meetings } = await clubFacts(store).roster(actor, now);
  expect(people).toEqual([...here.members].sort());
  expect(meetings.every((meeting) => meeting.startsWith(here.group))).toBe(true);
  const snapshot = (await snapshotFor(store, { actor, now }))?.snapshot;
  expect(idsOf(snapshot?.groups ?? [])).toEqual([here.group]);
  expect(idsOf(snapshot?.members ?? []).sort()).toEqual([...here.members].sort());
  const streams = [...((await sightOf(store, { actor, now }))?.streams ?? [])];
  expect(streams).toHaveLength(3);
  expect(streams.filter((stream) => [there.group, ...there.members].some((id) => stream.includes(id)))).toEqual([]);
});

it('an office that also trains a group elsewhere reads that group as its trainer', async () => {
  const { writer, store, here, there, office, actor, now, at } = await twoVenues();
  const group = await addGroup(writer, { name: 'Mittwoch', venue: there.venue, course: '', trainers: [office] });
  const snapshot = (await snapshotFor(store, { actor, now }))?.snapshot;
  expect(idsOf(snapshot?.groups ?? []).sort()).toEqual([group, here.group].sort());
  expect(idsOf(await listGroups(store, at))).toEqual([here.group]);
});

it('a person is of the venues of their groups now; who left the last one, of those before; who had none, of none', async () => {
  const { writer, store, here, there, at } = await twoVenues();
  const [anna = '', bernd = ''] = here.members;
  await joinGroup(writer, { member: anna, group: there.group });
  const seen = async () => {
    const all = await listMembers(store, at);
    expect(countMembers(store, at)).toBe(all.length);
    for (const one of all) expect(await findMember(store, one.id, at)).toEqual(one);
    return all.map(({ id, elsewhere, groups }) => ({ id, elsewhere, groups }));
  };
  expect(await seen()).toContainEqual({ id: anna, elsewhere: true, groups: [here.group] });
  await leaveGroup(writer, { member: anna, group: here.group });
  expect(idsOf(await seen())).toEqual([bernd]);
  await leaveGroup(writer, { member: bernd, group: here.group });
  await addMember(writer, { firstName: 'Niemand', initial: '', picture: 'owl' });
  expect(await seen()).toEqual([{ id: bernd, elsewhere: false, groups: [] }]);
  await setGroupClosed(writer, { id: here.group, closed: true });
  expect(idsOf(await seen())).toEqual([bernd]);
});

it('a person who gives up the only place that they waited for is still of that venue, until they are of another', async () => {
  const { writer, store, here, there, at } = await twoVenues();
  const zoe = await addMember(writer, { firstName: 'Zoe', initial: 'W', picture: 'owl' });
  const isSeen = async () => idsOf(await listMembers(store, at)).includes(zoe);
  await waitForPlace(writer, { member: zoe, group: here.group });
  await giveUpPlace(writer, { member: zoe, group: here.group });
  expect(await isSeen()).toBe(true);
  await waitForPlace(writer, { member: zoe, group: there.group });
  expect(await isSeen()).toBe(false);
  await giveUpPlace(writer, { member: zoe, group: there.group });
  expect(await isSeen()).toBe(true);
  await joinGroup(writer, { member: zoe, group: there.group });
  expect(await isSeen()).toBe(false);
});

it('reads what was learned under the other entry of a merged person, whatever groups that entry is in', async () => {
  const { writer, store, here, actor, now } = await twoVenues();
  const [anna = ''] = here.members;
  const other = await addMember(writer, { firstName: 'Anna', initial: 'K', picture: 'owl' });
  await mergeMembers(writer, { person: other, kept: anna });
  expect((await clubFacts(store).roster(actor, now)).people).toEqual([...here.members, other].sort());
});

it('looks after the accounts of trainers who train nowhere else: it must not sign in as somebody who may do more', async () => {
  const { writer, store, here, there, eva, udo, office, at, now } = await twoVenues();
  const fresh = await aStaff(writer, { username: 'neu' });
  await aStaff(writer, { username: 'amt', role: 'office' });
  const seen = async () => idsOf(await listAccounts(store, { at, me: office, now })).sort();
  expect(await seen()).toEqual([eva, fresh, office].sort());
  await addGroup(writer, { name: 'Mittwoch', venue: there.venue, course: '', trainers: [eva] });
  await addGroup(writer, { name: 'Sonntag', venue: here.venue, course: '', trainers: [udo] });
  expect(await seen()).toEqual([fresh, office].sort());
  expect(await listAccounts(store, { at: 'all', me: office, now })).toHaveLength(5);
});
