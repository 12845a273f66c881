import { expect, test } from 'vitest';
import { newId } from '$lib/base/id';
import { addMeeting } from '$lib/club/meetings.server';
import { addMember, membersOfGroup } from '$lib/club/members.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aClub, aWriter } from '../../../tests/support/club';
import { anEvent, anId } from '../../../tests/support/events';
import { aStore } from '../../../tests/support/store';
import { guestAdded } from './events';
import { guestsAt } from './guest-list.server';
import { attendanceRoom } from './room';

async function aGuestAtMonday() {
  const store = aStore();
  const writer = aWriter(store);
  const { venue, group } = await aClub(writer);
  const planned = await addMeeting(writer, { group, date: '2026-11-24', start: '14:00', end: '16:00' });
  if (!planned.ok) throw new Error(planned.error);
  const log = new EventLog(store, registry([attendanceRoom]), writer.world);
  const person = newId<'person'>(writer.world);
  const data = { person, firstName: 'Karl' };
  const stream = `meeting/${planned.value}`;
  const added = anEvent({ id: anId(1), stream, type: guestAdded.type, by: 'staff/otto', data });
  log.append([added], { device: 'd', receivedAt: writer.world.now() });
  return { store, writer, venue, group, person };
}

test('the office sees the guests of its venues, and of no other', async () => {
  const { store, venue, group, person } = await aGuestAtMonday();
  const karl = { id: person, firstName: 'Karl', group, groupName: 'Montagsgruppe', date: '2026-11-24' };
  expect([...(await guestsAt(store, 'all'))]).toEqual([karl]);
  expect([...(await guestsAt(store, [venue]))]).toEqual([karl]);
  expect([...(await guestsAt(store, ['elsewhere']))]).toEqual([]);
});

test('a guest becomes a member under the same id, so that their marks stay theirs', async () => {
  const { store, writer, group, person } = await aGuestAtMonday();
  await addMember(writer, { id: person, firstName: 'Karl', initial: 'M', picture: 'pear', group });
  expect([...(await guestsAt(store, 'all'))]).toEqual([]);
  expect((await membersOfGroup(store, group)).map(({ id }) => id)).toContain(person);
});

test('the newest guests come first, and of one meeting the last who came', async () => {
  const { store, writer, group, person } = await aGuestAtMonday();
  const log = new EventLog(store, registry([attendanceRoom]), writer.world);
  const later = '2026-12-01';
  // Who came in one millisecond came in the order of the ids.
  const [first = '', second = ''] = [newId<'person'>(writer.world), newId<'person'>(writer.world)].toSorted();
  const planned = await addMeeting(writer, { group, date: later, start: '14:00', end: '16:00' });
  const stream = `meeting/${planned.ok ? planned.value : ''}`;
  const added = [first, second].map((one, place) =>
    anEvent({ id: anId(2 + place), stream, type: guestAdded.type, by: 'staff/otto', data: { person: one } })
  );
  log.append(added, { device: 'd', receivedAt: writer.world.now() });
  expect([...(await guestsAt(store, 'all'))].map(({ id, date }) => [id, date])).toEqual([
    [second, later],
    [first, later],
    [person, '2026-11-24']
  ]);
});
