import { expect, it } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { aClub, aStaff, aWorld, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { clubFacts } from './facts.server';
import { addMeeting, moveMeeting } from './meetings.server';
import { snapshotFor } from './snapshot.server';
import { appointSubstitute, possibleSubstitutes, releaseSubstitute, substitutesAt } from './substitutes.server';

const hour = 3_600_000;

it('a substitute has the group from the first to the last minute of the day of the meeting, where the venue is', async () => {
  const world = aWorld('2026-11-23T22:59:59Z');
  const writer = aWriter(aStore(), world);
  const staff = await aStaff(writer);
  const { group, members } = await aClub(writer);
  const added = await addMeeting(writer, { group, date: '2026-11-24', start: '14:00', end: '16:00' });
  await appointSubstitute(writer, { meeting: added.ok ? added.value : '', staff });
  const actor: Actor = { kind: 'staff', staff, role: 'trainer' };
  const readable = async () => (await clubFacts(writer.store).roster(actor, world.now())).people;
  expect(await readable()).toEqual([]);
  world.pass(1000);
  expect(await readable()).toEqual([...members].sort());
  world.pass(24 * hour - 1);
  expect(await readable()).toEqual([...members].sort());
  world.pass(1);
  expect(await readable()).toEqual([]);
});

it('nobody stands in for a trainer at a meeting that is not planned', async () => {
  const writer = aWriter(aStore());
  const staff = await aStaff(writer);
  await appointSubstitute(writer, { meeting: 'nowhere.2026-11-24', staff });
  const facts = await clubFacts(writer.store).facts({
    people: [],
    meetings: [],
    groups: [],
    staff: [staff],
    grants: []
  });
  expect(facts.assignments.get(staff)).toBeUndefined();
});

async function aMeetingWithSubstitute() {
  const world = aWorld('2026-11-24T08:00:00Z');
  const writer = aWriter(aStore(), world);
  const [own, other] = [await aStaff(writer, { username: 'own' }), await aStaff(writer, { username: 'other' })];
  const { group } = await aClub(writer, { trainers: [own] });
  const times = { start: '14:00', end: '16:00' };
  const added = await addMeeting(writer, { group, date: '2026-11-24', ...times });
  const meeting = added.ok ? added.value : '';
  const actor: Actor = { kind: 'staff', staff: other, role: 'trainer' };
  const groups = async () =>
    (await snapshotFor(writer.store, { actor, now: world.now() }))?.snapshot.groups.map(({ id }) => id);
  return { world, writer, own, other, group, meeting, times, actor, groups };
}

it('a device of a substitute has the meeting on that day, and knows that it is not theirs, so that the list says so', async () => {
  const { writer, world, other, group, meeting, actor } = await aMeetingWithSubstitute();
  await appointSubstitute(writer, { meeting, staff: other });
  const { snapshot } = (await snapshotFor(writer.store, { actor, now: world.now() })) ?? {};
  expect(snapshot?.meetings.map(({ id }) => id)).toEqual([meeting]);
  expect(snapshot?.staff?.trains).toEqual([]);
  expect(await substitutesAt(writer.store, { group, date: '2026-11-24' })).toMatchObject([{ id: other }]);
});

it('whoever runs the meeting anyway is not offered, nor who stands in already', async () => {
  const { writer, other, group, meeting } = await aMeetingWithSubstitute();
  const offered = async () =>
    (await possibleSubstitutes(writer.store, { group, date: '2026-11-24' })).map(({ id }) => id);
  expect(await offered()).toEqual([other]);
  await appointSubstitute(writer, { meeting, staff: other });
  expect(await offered()).toEqual([]);
});

it('a substitute who is taken back has the group no more; what was entered before stays allowed', async () => {
  const { writer, world, other, meeting, groups, group } = await aMeetingWithSubstitute();
  await appointSubstitute(writer, { meeting, staff: other });
  expect(await groups()).toEqual([group]);
  world.pass(1000);
  await releaseSubstitute(writer, { meeting, staff: other });
  expect(await groups()).toEqual([]);
  const question = { people: [], meetings: [], groups: [], staff: [other], grants: [] };
  const held = (await clubFacts(writer.store).facts(question)).assignments.get(other);
  expect(held).toMatchObject([{ group, until: world.now() }]);
  await appointSubstitute(writer, { meeting, staff: other });
  expect(await groups()).toEqual([group]);
});

it('when the meeting is moved, whoever stands in does so on the new day', async () => {
  const { writer, world, other, meeting, groups, group, times } = await aMeetingWithSubstitute();
  await appointSubstitute(writer, { meeting, staff: other });
  await moveMeeting(writer, { id: meeting, date: '2026-11-26', ...times });
  expect(await groups()).toEqual([]);
  world.pass(48 * hour);
  expect(await groups()).toEqual([group]);
  expect(await substitutesAt(writer.store, { group, date: '2026-11-26' })).toMatchObject([{ id: other }]);
});
