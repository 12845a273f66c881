import { beginSession } from '$lib/access/session.server';
import { addStaff } from '$lib/access/staff.server';
import { enrolTablet, makeCode } from '$lib/access/tablet.server';
import type { Writer } from '$lib/audit/trail.server';
import { world } from '$lib/base/world';
import { addGroup } from '$lib/club/groups.server';
import { addMeeting } from '$lib/club/meetings.server';
import { addMember } from '$lib/club/members.server';
import { addVenue } from '$lib/club/venues.server';
import { dayOf, daysFrom } from '$lib/club/zone';
import { writeOperator } from '$lib/operator/settings.server';
import { openStore } from '$lib/store/open.server';
import type { BaseClub } from './base-club-facts';

const password = 'blaue blume am see';

const people = [
  ['Anna', 'B', 'tulip'],
  ['Bernd', 'K', 'hedgehog'],
  ['Christa', 'M', 'teapot'],
  ['Erika', 'S', 'bicycle'],
  ['Maria-Magdalena', 'W', 'owl']
] as const;

/** Makes a club in a folder: what every end-to-end test starts from. Run once, bundled; the tests copy the folder. */
export async function makeBaseClub(dataDir: string): Promise<BaseClub> {
  const store = openStore({ dataDir });
  const writer: Writer = { store, world, by: 'set-up' };
  const here = { store, world };
  const office = await account(writer, { username: 'leitung', name: 'Lena Leitung', role: 'office' });
  const trainer = await account(writer, { username: 'lotse', name: 'Luise Lotse', role: 'trainer' });
  const venue = await addVenue(writer, { name: 'Stadtbücherei', address: 'Am Markt 1' });
  const text = { name: 'Montagsgruppe', venue, course: 'tablet-basics', trainers: [trainer.id] };
  const group = await addGroup(writer, text);
  const members: BaseClub['members'] = [];
  for (const [firstName, initial, picture] of people)
    members.push({ firstName, id: await addMember(writer, { firstName, initial, picture, group }) });
  const today = dayOf(world.now());
  const meeting = await planned(writer, { group, date: today });
  await planned(writer, { group, date: daysFrom(today, 7) });
  await planned(writer, { group, date: daysFrom(today, -7) });
  const { code } = await makeCode(writer, { tabletName: 'Tablet 1', venue });
  const enrolled = await enrolTablet(here, code);
  if (!enrolled.ok) throw new Error('The fresh code was refused');
  await writeOperator(dataDir, {
    name: 'Stadt Auenfurt',
    line: 'Digital dabei in Auenfurt',
    helpTelephone: '09 11 12 34 56',
    imprint: 'Stadt Auenfurt\nAm Markt 1\n\nVertreten durch die Bürgermeisterin.',
    privacyContact: 'Die Beauftragte für Datenschutz, Am Markt 1'
  });
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  return { office, trainer, venue, group, members, meeting, tabletCookie: enrolled.value.cookie };
}

async function account(writer: Writer, who: { username: string; name: string; role: 'office' | 'trainer' }) {
  const added = await addStaff(writer, { ...who, password, mustChange: false });
  if (!added.ok) throw new Error(`${who.username} is taken`);
  const session = await beginSession(writer, added.value);
  return { id: added.value, username: who.username, name: who.name, password, session };
}

async function planned(writer: Writer, { group, date }: { group: string; date: string }): Promise<string> {
  const added = await addMeeting(writer, { group, date, start: '14:00', end: '16:00' });
  if (!added.ok) throw new Error(`There is a meeting on ${date}`);
  return added.value;
}
