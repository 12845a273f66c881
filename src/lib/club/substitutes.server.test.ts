import { expect, it } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { aClub, aStaff, aWorld, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { clubFacts } from './facts.server';
import { addMeeting } from './meetings.server';
import { appointSubstitute } from './substitutes.server';

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
