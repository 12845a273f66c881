import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { EventId, SyncEvent } from '$lib/sync/event';
import type { Meeting } from '$lib/club/roster';
import { anEvent, anId } from '../../../tests/support/events';
import { stampAt } from '../../../tests/support/marks';
import { attendance } from './attendance';
import { attendanceMarked, guestAdded, guestProposed, guestRemoved, headsCounted, presenceProposed } from './events';
import { askingGuests, guests, listedGuests, struckGuests, type Guest } from './guests';
import { headCount, type HeadCount } from './head-count';
import { isProposed, presenceProposal, type PresenceProposal } from './presence-proposal';
import { proposePresence } from './propose';
import { meetingNow } from './since';

interface Wanted {
  readonly type: string;
  readonly data: unknown;
  readonly by?: string;
  readonly seen?: EventId;
}

const event = (count: number, wanted: Wanted): SyncEvent =>
  anEvent({
    id: anId(count),
    stream: 'meeting/m1',
    at: stampAt(count),
    by: 'staff/otto',
    ...wanted
  });

const added = (count: number, person: string, firstName?: string) =>
  event(count, { type: guestAdded.type, data: { person, ...(firstName === undefined ? {} : { firstName }) } });

const removed = (count: number, person: string, seen: EventId) =>
  event(count, { type: guestRemoved.type, data: { person }, seen });

function rows(...events: readonly SyncEvent[]): Guest[] {
  const byPerson = new Map<string | undefined, Guest>();
  for (const one of events) byPerson.set(guests.keyOf(one), guests.fold(byPerson.get(guests.keyOf(one)), one));
  return [...byPerson.values()];
}

const names = (listed: ReturnType<typeof listedGuests>) => listed.map(({ firstName, number }) => firstName ?? number);

describe('guests', () => {
  test('stand in the order in which they came; the nameless ones are told apart', () => {
    const made = rows(added(3, 'kim'), added(1, 'karl', 'Karl'), added(2, 'x'));
    expect(names(listedGuests(made, []))).toEqual(['Karl', 1, 2]);
  });

  test('a removal takes back only the adding that it saw', () => {
    const twice = rows(added(1, 'karl', 'Karl'), added(2, 'karl', 'Carl'), removed(3, 'karl', anId(1)));
    expect(names(listedGuests(twice, []))).toEqual(['Carl']);
    expect(listedGuests(rows(removed(2, 'karl', anId(1)), added(1, 'karl')), [])).toEqual([]);
  });

  test('who was struck out is kept, with who struck them out, and can come back', () => {
    const struck = [added(1, 'karl', 'Karl'), removed(2, 'karl', anId(1))];
    expect(struckGuests(rows(...struck), [])).toMatchObject([
      { person: 'karl', firstName: 'Karl', by: 'staff/otto', at: struck[1]?.at }
    ]);
    expect(struckGuests(rows(...struck), ['karl'])).toEqual([]);
    const back = rows(...struck, added(3, 'karl', 'Karl'));
    expect([struckGuests(back, []), names(listedGuests(back, []))]).toEqual([[], ['Karl']]);
    expect(struckGuests(rows(added(1, 'karl', 'Karl')), [])).toEqual([]);
  });

  test('who gave their name at the door waits for a word, and is no guest before it', () => {
    const asked = event(1, {
      type: guestProposed.type,
      data: { person: 'karl', firstName: 'Karl', isNew: true },
      by: 'device/t'
    });
    const waits = [{ person: 'karl', firstName: 'Karl', isNew: true, asking: anId(1) }];
    expect(askingGuests(rows(asked))).toEqual(waits);
    expect([listedGuests(rows(asked), []), struckGuests(rows(asked), [])]).toEqual([[], []]);
    expect(askingGuests(rows(asked, added(2, 'karl', 'Karl')))).toEqual([]);
    const settled = rows(asked, removed(2, 'karl', anId(1)));
    expect([askingGuests(settled), names(listedGuests(settled, []))]).toEqual([[], []]);
    expect(struckGuests(settled, [])).toMatchObject([{ firstName: 'Karl' }]);
  });

  test('who has become a member stands among the members', () => {
    expect(listedGuests(rows(added(1, 'karl', 'Karl')), ['karl'])).toEqual([]);
  });

  test('of a deleted guest no name stays', () => {
    expect(guestAdded.about?.anonymous({ person: 'karl', firstName: 'Karl' })).toEqual({ person: 'karl' });
    expect(v.is(guestAdded.schema, { person: 'karl', firstName: 'ع'.repeat(81) })).toBe(false);
  });
});

test('the last head count counts, and every one stays', () => {
  const counted = (count: number, heads: number) => event(count, { type: headsCounted.type, data: { count: heads } });
  const row = [counted(2, 14), counted(1, 9)].reduce<HeadCount | undefined>(
    (kept, one) => headCount.fold(kept, one),
    undefined
  );
  expect(row?.counts.map(({ count }) => count)).toEqual([9, 14]);
  expect(v.is(headsCounted.schema, { count: -1 })).toBe(false);
});

describe('"Ich bin da" on a tablet', () => {
  const proposal = (count: number) =>
    presenceProposal.fold(
      undefined,
      event(count, { type: presenceProposed.type, data: { person: 'anna' }, by: 'person/anna' })
    );
  const marks = (count: number, status: string) =>
    attendance.fold(undefined, event(count, { type: attendanceMarked.type, data: { person: 'anna', status } })).marks;

  test.each<[string, PresenceProposal | undefined, ReturnType<typeof marks>, boolean]>([
    ['nobody said it', undefined, [], false],
    ['nobody has answered', proposal(5), [], true],
    ['a trainer has said it as well', proposal(5), marks(3, 'present'), false],
    ['a trainer has confirmed it', proposal(5), marks(6, 'late'), false],
    ['a trainer said "absent" before', proposal(5), marks(3, 'absent'), true],
    ['a trainer took it back afterwards', proposal(5), marks(6, 'open'), false]
  ])('%s', (_, said, known, expected) => {
    expect(isProposed(said, known)).toBe(expected);
  });

  const meeting: Meeting = { id: 'm1', group: 'g1', date: '2026-11-24', start: '14:00', end: '16:00' };
  const at = (time: string) => new Date(`2026-11-24T${time}:00`);

  test.each([
    ['12:59', undefined],
    ['13:00', 'm1'],
    ['15:59', 'm1'],
    ['16:00', undefined]
  ])('at %s the meeting is %s', (time, expected) => {
    expect(meetingNow([meeting], { group: 'g1', now: at(time) })?.id).toBe(expected);
    expect(meetingNow([meeting], { group: 'g2', now: at(time) })).toBeUndefined();
    expect(meetingNow([{ ...meeting, cancelled: true }], { group: 'g1', now: at(time) })).toBeUndefined();
  });

  test('is said once a meeting, under the own name', async () => {
    const kept: unknown[] = [];
    const engine = {
      row: () => Promise.resolve(kept.length > 0 ? proposal(1) : undefined),
      record: (draft: unknown) => {
        kept.push(draft);
        return Promise.resolve([]);
      }
    };
    const snapshot = { venues: [], groups: [], members: [], meetings: [meeting] };
    const tapped = { snapshot, group: { id: 'g1' }, member: { id: 'anna' }, now: at('14:10') };
    await proposePresence(engine, tapped);
    await proposePresence(engine, tapped);
    await proposePresence(engine, { ...tapped, now: at('19:00') });
    expect(kept).toEqual([
      { stream: 'meeting/m1', type: 'presence.proposed', by: 'person/anna', seen: undefined, data: { person: 'anna' } }
    ]);
  });

  test('keeps nobody from learning when it does not succeed', async () => {
    const fails = () => Promise.reject(new Error('QuotaExceededError'));
    const snapshot = { venues: [], groups: [], members: [], meetings: [meeting] };
    const tapped = { snapshot, group: { id: 'g1' }, member: { id: 'anna' }, now: at('14:10') };
    await expect(proposePresence({ row: fails, record: fails }, tapped)).resolves.toBeUndefined();
    const free = () => Promise.resolve(undefined);
    await expect(proposePresence({ row: free, record: fails }, tapped)).resolves.toBeUndefined();
  });
});
