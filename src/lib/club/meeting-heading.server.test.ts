import { expect, it } from 'vitest';
import type { Actor } from '$lib/access/facts';
import { aClub, aStaff, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { headingFor } from './meeting-heading.server';
import { meetingId } from './meeting-id';
import { addMeeting } from './meetings.server';

/** A group with a trainer and a meeting today, and a trainer who has nothing to do with it. */
async function oneMeeting() {
  const writer = aWriter(aStore());
  const [eva, udo] = [await aStaff(writer, { username: 'eva' }), await aStaff(writer, { username: 'udo' })];
  const { group, venue } = await aClub(writer, { name: 'Montag', people: ['Anna'], trainers: [eva] });
  const date = '2026-11-24';
  await addMeeting(writer, { group, date, start: '14:00', end: '16:00' });
  const asTrainer = (staff: string): Actor => ({ kind: 'staff', staff, role: 'trainer' });
  const asked = { now: writer.world.now(), meeting: meetingId(group, date) };
  const headingOf = (actor: Actor) => headingFor(writer.store, { ...asked, actor });
  return { eva, udo, asTrainer, headingOf, tablet: { id: 'tablet', venue, enrolledAt: asked.now } };
}

it('gives a meeting its heading for whoever runs it', async () => {
  const { eva, asTrainer, headingOf } = await oneMeeting();
  expect(headingOf(asTrainer(eva))).toEqual({ group: 'Montag', date: '2026-11-24', start: '14:00' });
});

it('gives it to staff who stand in at a tablet of the venue', async () => {
  const { udo, tablet, headingOf } = await oneMeeting();
  expect(headingOf({ kind: 'staff', staff: udo, role: 'trainer', tablet })?.group).toBe('Montag');
});

it('gives nothing to others: staff of other groups, the tablet alone, visitors', async () => {
  const { udo, asTrainer, tablet, headingOf } = await oneMeeting();
  for (const actor of [asTrainer(udo), { kind: 'device', tablet }, { kind: 'visitor' }] satisfies Actor[])
    expect(headingOf(actor)).toBeUndefined();
});
