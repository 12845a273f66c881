import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Snapshot } from '$lib/sync/snapshot';
import { comeIn, meetingsAtDoor, memberCalled, nextAtDoor, shortName } from './door';
import { guestProposed } from './events';

const member = (id: string, firstName: string, initial = '', groups = ['g1']) => ({
  id,
  firstName,
  initial,
  picture: 'tulip',
  groups
});
const snapshot: Snapshot = {
  venues: [],
  groups: [
    { id: 'g1', venue: 'library', name: 'Montagsgruppe' },
    { id: 'g2', venue: 'library', name: 'Café' },
    { id: 'g3', venue: 'parish', name: 'Anderswo' }
  ],
  members: [
    member('gisela', 'Gisela', 'B'),
    member('rene', 'René', 'K'),
    member('anna-b', 'Anna', 'B'),
    member('anna-k', 'Anna', 'K'),
    member('max', 'Max Emil', 'O'),
    member('other', 'Karl', 'A', ['g2'])
  ],
  meetings: [
    { id: 'm1', group: 'g1', date: '2026-11-24', start: '14:00', end: '16:00' },
    { id: 'm3', group: 'g3', date: '2026-11-24', start: '14:00', end: '16:00' },
    { id: 'm0', group: 'g2', date: '2026-11-25', start: '09:00', end: '11:00', cancelled: true },
    { id: 'm2', group: 'g2', date: '2026-11-26', start: '09:00', end: '11:00' }
  ],
  tablet: { id: 't1', name: 'Tablet 7', venue: 'library', mode: 'door' }
};
const at = (moment: string) => new Date(`${moment}:00`);

describe('the tablet at the door', () => {
  test('knows the meetings of its own venue that go on', () => {
    const now = (moment: string) => meetingsAtDoor(snapshot, at(moment)).map(({ id }) => id);
    expect([now('2026-11-24T12:59'), now('2026-11-24T13:00'), now('2026-11-24T16:00')]).toEqual([[], ['m1'], []]);
    expect(nextAtDoor(snapshot, at('2026-11-24T16:00'))?.id).toBe('m2');
    expect(nextAtDoor(snapshot, at('2026-11-26T11:00'))).toBeUndefined();
  });

  test.each([
    ['Gisela', 'gisela'],
    ['  gisela ', 'gisela'],
    ['Rene', 'rene'],
    ['Max Emil', 'max'],
    ['Gisela Berger', 'gisela'],
    ['Gisela Kunz', undefined],
    ['Anna', undefined],
    ['Anna K.', 'anna-k'],
    ['Anna Berg', 'anna-b'],
    ['Karl', undefined],
    ['', undefined]
  ])('takes "%s" for %s', (name, expected) => {
    expect(memberCalled(snapshot, { group: 'g1', name })?.id).toBe(expected);
  });

  test.each([
    ['Karl', 'Karl'],
    ['Karl  Heinz Müller', 'Karl Heinz M.'],
    ['Ludwig van Beethoven', 'Ludwig B.'],
    ['محمد', 'محمد']
  ])('keeps of "%s" only "%s"', (typed, kept) => {
    expect(shortName(typed)).toBe(kept);
  });

  const recorded = async (name: string, isNew: boolean) => {
    const kept: unknown[] = [];
    const engine = {
      row: () => Promise.resolve(undefined),
      record: (draft: unknown) => Promise.resolve(void kept.push(draft))
    };
    const coming = { group: 'g1', name, isNew };
    await comeIn(engine, { snapshot, coming, now: at('2026-11-24T14:10'), newPerson: () => 'new' });
    return kept;
  };
  const asking = (data: unknown) => ({
    stream: 'meeting/m1',
    type: 'guest.proposed',
    by: 'device/t1',
    seen: undefined,
    data
  });

  test('says of a member that they are there, in their name', async () => {
    expect(await recorded('Gisela', false)).toMatchObject([{ by: 'person/gisela', type: 'presence.proposed' }]);
  });

  test('says of who is not known the first name alone, in its own name', async () => {
    const data = { person: 'new', firstName: 'Karl M.', isNew: false };
    expect(await recorded('Karl Müller', false)).toEqual([asking(data)]);
    expect(v.is(guestProposed.schema, data)).toBe(true);
  });

  test('does not take somebody new for a member of the same name', async () => {
    expect(await recorded('Gisela', true)).toEqual([asking({ person: 'new', firstName: 'Gisela', isNew: true })]);
  });

  test('of a deleted person no name stays', () => {
    expect(guestProposed.about?.anonymous({ person: 'x', firstName: 'Karl', isNew: true })).toEqual({
      person: 'x',
      isNew: true
    });
  });
});
