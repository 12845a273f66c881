import { expect, test } from 'vitest';
import * as v from 'valibot';
import type { Actor } from '$lib/access/facts';
import { formatStamp } from '$lib/base/clock';
import { changeGroup } from '$lib/club/groups.server';
import { meetingId } from '$lib/club/meeting-id';
import { addMeeting, moveMeeting, setMeetingsCancelled } from '$lib/club/meetings.server';
import { clubRights } from '$lib/club/rights.server';
import { snapshotFor } from '$lib/club/snapshot.server';
import { rooms } from '$lib/rooms';
import type { SyncEvent } from '$lib/sync/event';
import { exchange } from '$lib/sync/exchange.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { answerSchema, protocol, type ExchangeRequest } from '$lib/sync/wire';
import { aClub, aStaff, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';

const all = registry(rooms);
const times = { start: '14:00', end: '16:00' };

/** A group with a meeting today, its trainer, and a server that takes what the trainer enters. */
async function aMeeting() {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const trainer = await aStaff(writer);
  const { venue, group, members } = await aClub(writer, { trainers: [trainer] });
  await addMeeting(writer, { group, date: '2026-11-24', ...times });
  const id = meetingId(group, '2026-11-24');
  const log = new EventLog(store, all, world);
  const actor: Actor = { kind: 'staff', staff: trainer, role: 'trainer' };
  const made = (count: number, type: string, data: unknown): SyncEvent =>
    anEvent({
      id: anId(count),
      stream: `meeting/${id}`,
      type,
      data,
      by: `staff/${trainer}`,
      at: formatStamp({ ms: world.now(), counter: count, device: 'd' })
    });
  const send = async (events: readonly SyncEvent[], cursors = {}) => {
    const now = world.now();
    const rights = clubRights(store, { actor, grants: [], now });
    const request: ExchangeRequest = { protocol, device: 'd', cursors, grants: [], gone: [], events: [...events] };
    return v.parse(answerSchema, JSON.parse((await exchange({ log, registry: all, rights, request, now })).toString()));
  };
  const known = async () => (await snapshotFor(store, { actor, now: world.now() }))?.snapshot.meetings;
  return { writer, venue, group, members, trainer, id, made, send, known };
}

test('a meeting that is moved after marks exist keeps its id and its marks, and takes more of them', async () => {
  const { writer, group, members, id, made, send, known } = await aMeeting();
  const [anna = '', bernd = ''] = members;
  const mark = (count: number, person: string) => made(count, 'attendance.marked', { person, status: 'present' });
  const first = [made(1, 'meeting.opened', { group, date: '2026-11-24' }), mark(2, anna)];
  expect(await send(first)).toMatchObject({ accepted: [{}, {}], refused: [] });

  await moveMeeting(writer, { id, date: '2026-12-01', ...times });
  expect(await known()).toEqual([{ id, group, date: '2026-12-01', ...times, movedFrom: '2026-11-24' }]);

  // A tablet that has not heard of it marks on, and opens the list under the old day once more.
  const later = [made(3, 'meeting.opened', { group, date: '2026-11-24' }), mark(4, bernd)];
  expect(await send(later)).toMatchObject({ accepted: [{}, {}], refused: [] });
  const { streams } = await send([], { [`meeting/${id}`]: 0 });
  expect(streams[`meeting/${id}`]?.events.map(({ data }) => data)).toEqual(
    [...first, ...later].map(({ data }) => data)
  );
});

test('trainers see that a meeting is cancelled and why; what was entered stays and can still come in', async () => {
  const { writer, members, id, made, send, known } = await aMeeting();
  const mark = made(1, 'attendance.marked', { person: members[0], status: 'excused' });
  await setMeetingsCancelled(writer, { ids: [id], cancelled: true, reason: 'Die Bücherei ist zu.' });
  expect(await known()).toMatchObject([{ id, cancelled: true, reason: 'Die Bücherei ist zu.' }]);
  expect(await send([mark])).toMatchObject({ accepted: [{}], refused: [] });
  await setMeetingsCancelled(writer, { ids: [id], cancelled: false });
  expect((await known())?.[0]).not.toHaveProperty('cancelled');
  expect((await known())?.[0]).not.toHaveProperty('reason');
});

test('a trainer who is removed during the meeting: what they entered until then counts, also when it arrives later; what comes after waits with its reason', async () => {
  const { writer, venue, group, members, made, send, known, id } = await aMeeting();
  const [anna = '', bernd = ''] = members;
  const mark = (count: number, person: string) => made(count, 'attendance.marked', { person, status: 'present' });
  const opened = [made(1, 'meeting.opened', { group, date: '2026-11-24' }), mark(2, anna)];
  expect(await send(opened)).toMatchObject({ accepted: [{}, {}], refused: [] });
  const onTheWay = mark(3, bernd);
  writer.world.pass(60_000);
  await changeGroup(writer, { id: group, name: 'Montagsgruppe', venue, course: '', trainers: [] });
  writer.world.pass(30 * 60_000);
  expect(await known()).toEqual([]);
  const late = await send([onTheWay, mark(4, anna)], { [`meeting/${id}`]: 2 });
  expect(late).toMatchObject({ accepted: [{ id: onTheWay.id }], refused: [{ code: 'forbidden' }] });
  expect(late.left).toEqual([`meeting/${id}`]);
});
