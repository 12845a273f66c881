import { expect, it } from 'vitest';
import * as v from 'valibot';
import { aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { groupForm, venueForm } from './office-forms';
import { addVenue, changeVenue, listVenues } from './venues.server';

it('a venue says when it is open, how one gets in and in which state it lies; silence is no yes', async () => {
  const writer = aWriter(aStore());
  const id = await addVenue(writer, { name: 'Bücherei', address: 'Am Markt 1' });
  const [silent] = await listVenues(writer.store, 'all');
  expect(silent).toMatchObject({ state: '', stepFree: '', hearingLoop: '', parking: '', openingTimes: '' });
  const text = v.parse(venueForm, {
    name: 'Bücherei',
    address: 'Am Markt 1',
    openingTimes: 'Montag 10 bis 18 Uhr\nFreitag 10 bis 14 Uhr',
    state: 'NI',
    stepFree: 'yes',
    hearingLoop: 'no',
    parking: '',
    accessNote: 'Rampe im Hof'
  });
  await changeVenue(writer, { id, ...text });
  const [told] = await listVenues(writer.store, 'all');
  expect(told).toEqual({ id, ...text, closed: false });
});

it.each([
  ['an unknown state', { state: 'XX' }],
  ['an unknown word for step-free', { stepFree: 'maybe' }],
  ['no name', { name: ' ' }]
])('a venue with %s is not taken', (_, change) => {
  expect(v.safeParse(venueForm, { name: 'Bücherei', address: '', ...change }).success).toBe(false);
});

it.each([
  ['', undefined],
  ['12', 12],
  [' 12 ', 12],
  ['0', 'capacity'],
  ['1000', 'capacity'],
  ['zwölf', 'capacity'],
  ['-3', 'capacity']
])('a group with %j places is read as %j', (capacity, read) => {
  const schema = groupForm({ venues: ['v'], courses: [], trainers: [] });
  const parsed = v.safeParse(schema, { name: 'Montag', venue: 'v', course: '', trainers: [], capacity });
  expect(parsed.success ? parsed.output.capacity : parsed.issues[0]?.message).toBe(read);
});
