import { beginSession } from '$lib/access/session.server';
import { addStaff } from '$lib/access/staff.server';
import { enrolTablet, makeCode } from '$lib/access/tablet.server';
import type { Writer } from '$lib/audit/trail.server';
import { world } from '$lib/base/world';
import { addGroup } from '$lib/club/groups.server';
import { addMeeting } from '$lib/club/meetings.server';
import { addMember } from '$lib/club/members.server';
import { addVenue } from '$lib/club/venues.server';
import { dayOf } from '$lib/club/zone';
import { openStore } from '$lib/store/open.server';

export interface ProofVenue {
  readonly group: string;
  /** today's */
  readonly meeting: string;
  readonly people: readonly string[];
  /** cookies of enrolled tablets */
  readonly tablets: readonly string[];
}

export interface ProofClub {
  readonly venues: readonly ProofVenue[];
  readonly trainer: { readonly id: string; readonly session: string };
}

interface Wanted {
  readonly venues: number;
  readonly peopleEach: number;
  readonly tabletsEach: number;
}

/** A town's club for the proofs: as many venues, members and enrolled tablets as one of them needs. */
export async function makeProofClub(dataDir: string, wanted: Wanted): Promise<ProofClub> {
  const store = openStore({ dataDir });
  const writer: Writer = { store, world, by: 'set-up' };
  const account = { username: 'lotse', name: 'Luise Lotse', password: 'blaue blume am see', mustChange: false };
  const trainer = await addStaff(writer, { ...account, role: 'trainer' });
  if (!trainer.ok) throw new Error('The name is taken');
  const venues: ProofVenue[] = [];
  for (let number = 1; number <= wanted.venues; number += 1) {
    venues.push(await aVenue(writer, { ...wanted, number, trainer: trainer.value }));
  }
  const session = await beginSession(writer, trainer.value);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  return { venues, trainer: { id: trainer.value, session } };
}

async function aVenue(
  writer: Writer,
  { number, trainer, peopleEach, tabletsEach }: Wanted & { number: number; trainer: string }
): Promise<ProofVenue> {
  const venue = await addVenue(writer, { name: `Haus ${number}`, address: '' });
  const group = await addGroup(writer, {
    name: `Gruppe ${number}`,
    venue,
    course: 'tablet-basics',
    trainers: [trainer]
  });
  const meeting = await addMeeting(writer, { group, date: dayOf(world.now()), start: '00:00', end: '23:59' });
  if (!meeting.ok) throw new Error('There is a meeting already');
  const people: string[] = [];
  for (let person = 0; person < peopleEach; person += 1)
    people.push(await addMember(writer, { firstName: 'Anna', initial: 'K', picture: 'tulip', group }));
  const tablets: string[] = [];
  for (let tablet = 1; tablet <= tabletsEach; tablet += 1) {
    const { code } = await makeCode(writer, { tabletName: `Tablet ${tablet}`, venue });
    const enrolled = await enrolTablet(writer, code);
    if (!enrolled.ok) throw new Error('The fresh code was refused');
    tablets.push(enrolled.value.cookie);
  }
  return { group, meeting: meeting.value, people, tablets };
}
