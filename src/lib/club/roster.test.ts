import { describe, expect, it } from 'vitest';
import type { Snapshot } from '$lib/sync/snapshot';
import { groupsByToday, meetingsAround, membersOf, plainToday, tileName } from './roster';

const snapshot: Snapshot = {
  venues: [{ id: 'v', name: 'Bücherei' }],
  groups: [
    { id: 'a', venue: 'v', name: 'Alpha' },
    { id: 'b', venue: 'v', name: 'Beta' },
    { id: 'c', venue: 'v', name: 'Gamma' }
  ],
  members: [
    { id: '1', firstName: 'Ruth', initial: 'H', picture: 'tulip', groups: ['a'] },
    { id: '2', firstName: 'Anna', initial: 'Z', picture: 'tulip', groups: ['a'] },
    { id: '3', firstName: 'Anna', initial: 'B', picture: 'tulip', groups: ['a', 'b'] }
  ],
  meetings: [
    { id: 'm1', group: 'b', date: '2026-11-24', start: '14:00', end: '15:00' },
    { id: 'm2', group: 'c', date: '2026-11-24', start: '09:00', end: '10:00' },
    { id: 'm3', group: 'a', date: '2026-11-24', start: '08:00', end: '09:00', cancelled: true },
    { id: 'm4', group: 'a', date: '2026-11-17', start: '08:00', end: '09:00' },
    { id: 'm5', group: 'a', date: '2026-11-10', start: '08:00', end: '09:00' },
    { id: 'm6', group: 'a', date: '2026-12-01', start: '08:00', end: '09:00' }
  ]
};

describe('the roster', () => {
  it('lists a group by first name, then initial', () => {
    expect(membersOf(snapshot, 'a').map(({ id }) => id)).toEqual(['3', '2', '1']);
  });

  it('shows the initial only where two of the group share a first name', () => {
    const members = membersOf(snapshot, 'a');
    expect(members.map((member) => tileName(member, members))).toEqual(['Anna B.', 'Anna Z.', 'Ruth']);
  });

  it('puts the groups that meet today first, in the order of their hour', () => {
    expect(groupsByToday(snapshot, '2026-11-24').map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('parts the meetings into today, coming and past, nearest first', () => {
    const { today, coming, past } = meetingsAround(snapshot, '2026-11-24');
    expect(today.map(({ id }) => id)).toEqual(['m3', 'm2', 'm1']);
    expect(coming.map(({ id }) => id)).toEqual(['m6']);
    expect(past.map(({ id }) => id)).toEqual(['m4', 'm5']);
  });

  it('names the day of the reader, not that of Greenwich', () => {
    expect(plainToday(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
  });
});
