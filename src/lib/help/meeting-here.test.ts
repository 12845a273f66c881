import { describe, expect, test } from 'vitest';
import type { Meeting } from '$lib/club/roster';
import type { Snapshot } from '$lib/sync/snapshot';
import { countsFrom, isNear, meetingHere } from './meeting-here';

const date = '2026-11-24';
const at = (time: string) => new Date(`${date}T${time}`);
const aMeeting = (id: string, wanted: Partial<Meeting> = {}): Meeting => ({
  id,
  group: 'monday',
  date,
  start: '14:00',
  end: '16:00',
  ...wanted
});

const aSnapshot = (meetings: readonly Meeting[], tablet = true): Snapshot => ({
  venues: [],
  groups: [
    { id: 'monday', venue: 'library', name: 'Montag' },
    { id: 'evening', venue: 'library', name: 'Abend' },
    { id: 'parish', venue: 'parish', name: 'Gemeinde' }
  ],
  members: [],
  meetings: [...meetings],
  ...(tablet ? { tablet: { id: 't1', name: 'Tablet 1', venue: 'library' } } : {})
});

const here = (meetings: readonly Meeting[], time: string, groups?: readonly string[]) =>
  meetingHere(aSnapshot(meetings), { groups, now: at(time) })?.id;

describe('the meeting a tablet is at', () => {
  test.each([
    ['12:59', undefined],
    ['13:00', 'a'],
    ['15:00', 'a'],
    ['17:00', 'a'],
    ['17:01', undefined]
  ])('at %s is %s', (time, id) => {
    expect(here([aMeeting('a')], time)).toBe(id);
  });

  test('is never cancelled, of another day or of another venue', () => {
    const others = [
      aMeeting('a', { cancelled: true }),
      aMeeting('b', { date: '2026-11-25' }),
      aMeeting('c', { group: 'parish' })
    ];
    expect(here(others, '15:00')).toBeUndefined();
    expect(meetingHere(aSnapshot([aMeeting('a')], false), { now: at('15:00') })).toBeUndefined();
  });

  test('of two that touch is the one whose hours it is', () => {
    const two = [aMeeting('a'), aMeeting('b', { group: 'evening', start: '16:30', end: '18:00' })];
    expect(here(two, '15:50')).toBe('a');
    expect(here(two, '16:40')).toBe('b');
  });

  test('of two at once is that of the group of who is on it', () => {
    const two = [aMeeting('a'), aMeeting('b', { group: 'evening' })];
    expect(here(two, '15:00', ['evening'])).toBe('b');
    expect(here(two, '15:00', ['monday'])).toBe('a');
    // A guest's group does not meet: the tablet is in the room all the same.
    expect(here([aMeeting('a')], '15:00', ['evening'])).toBe('a');
  });
});

test('a list offers the room while its meeting is near', () => {
  expect(isNear(aMeeting('a'), at('13:30'))).toBe(true);
  expect(isNear(aMeeting('a'), at('12:30'))).toBe(false);
  expect(isNear(aMeeting('a', { cancelled: true }), at('15:00'))).toBe(false);
});

test('what was an hour before its hours belongs to a meeting, what was earlier does not', () => {
  expect(countsFrom(aMeeting('a'))).toBe(at('13:00').getTime());
});
