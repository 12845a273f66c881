import { expect, it } from 'vitest';
import { aClub, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { changeGroup, findGroup, isFull } from './groups.server';
import { addMember, joinGroup, listMembers, membersOfGroup, removeMember } from './members.server';
import { mergeMembers, splitMembers } from './merge.server';
import { giveUpPlace, waitForPlace, waitingFor } from './waiting.server';

const person = { firstName: 'Doris', initial: 'K', picture: 'owl' };

async function aFullClub() {
  const writer = aWriter(aStore());
  const { store } = writer;
  const club = await aClub(writer);
  const { venue, group } = club;
  await changeGroup(writer, {
    id: group,
    name: 'Montag',
    venue,
    course: '',
    audience: 'seniors',
    capacity: 2,
    trainers: []
  });
  const shown = async () => {
    const found = await findGroup(store, group, 'all');
    if (!found) throw new Error('The group is gone');
    return found;
  };
  const names = async () => (await waitingFor(store, group)).map(({ firstName }) => firstName);
  return { ...club, writer, store, shown, names };
}

it('a group is full when all its places are taken, and never where nobody has said how many there are', async () => {
  const { writer, venue, group, shown } = await aFullClub();
  expect(await shown()).toMatchObject({ audience: 'seniors', capacity: 2, members: 2 });
  expect(isFull(await shown())).toBe(true);
  await changeGroup(writer, { id: group, name: 'Montag', venue, course: '', capacity: 3, trainers: [] });
  expect(isFull(await shown())).toBe(false);
  await changeGroup(writer, { id: group, name: 'Montag', venue, course: '', trainers: [] });
  expect(await shown()).toMatchObject({ audience: '', capacity: undefined });
  expect(isFull(await shown())).toBe(false);
});

it('whoever waits stands in the order of waiting, once, and not in the group; who gets a place waits no more', async () => {
  const { writer, store, group, members, shown, names } = await aFullClub();
  const [zora, doris] = [await addMember(writer, { ...person, firstName: 'Zora' }), await addMember(writer, person)];
  await waitForPlace(writer, { member: zora, group });
  writer.world.pass(1000);
  await waitForPlace(writer, { member: doris, group });
  writer.world.pass(1000);
  await waitForPlace(writer, { member: zora, group });
  expect(await names()).toEqual(['Zora', 'Doris']);
  expect(await shown()).toMatchObject({ members: 2, waiting: 2 });
  await waitForPlace(writer, { member: members[0] ?? '', group });
  expect(await names()).toEqual(['Zora', 'Doris']);
  await joinGroup(writer, { member: zora, group });
  expect(await names()).toEqual(['Doris']);
  expect((await membersOfGroup(store, group)).map(({ firstName }) => firstName)).toContain('Zora');
  await giveUpPlace(writer, { member: doris, group });
  expect(await names()).toEqual([]);
  expect(await shown()).toMatchObject({ members: 3, waiting: 0 });
  await waitForPlace(writer, { member: doris, group });
  expect(await names()).toEqual(['Doris']);
});

it('the office of a venue knows who waits there, that of another venue does not; and who is deleted waits no more', async () => {
  const { writer, store, venue, group, names } = await aFullClub();
  const other = await aClub(writer, { name: 'Dienstag' });
  const member = await addMember(writer, person);
  await waitForPlace(writer, { member, group });
  const seenAt = async (at: string) => (await listMembers(store, [at])).map(({ id }) => id);
  expect(await seenAt(venue)).toContain(member);
  expect(await seenAt(other.venue)).not.toContain(member);
  removeMember(store, member);
  expect(await names()).toEqual([]);
});

it('of two entries that are one person, one waits, where the other stood; and both, when they are two again', async () => {
  const { writer, group, members, shown, names } = await aFullClub();
  const [zora, doris] = [await addMember(writer, { ...person, firstName: 'Zora' }), await addMember(writer, person)];
  await waitForPlace(writer, { member: zora, group });
  writer.world.pass(1000);
  await waitForPlace(writer, { member: doris, group });
  writer.world.pass(1000);
  const kept = await addMember(writer, { ...person, firstName: 'Zoe' });
  await mergeMembers(writer, { person: zora, kept });
  expect(await names()).toEqual(['Zoe', 'Doris']);
  expect(await shown()).toMatchObject({ waiting: 2 });
  await splitMembers(writer, { person: zora, kept });
  expect(await names()).toEqual(['Zora', 'Doris']);
  writer.world.pass(1000);
  await mergeMembers(writer, { person: zora, kept: members[0] ?? '' });
  expect(await names()).toEqual(['Doris']);
});
