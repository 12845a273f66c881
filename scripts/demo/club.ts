import { addStaff } from '../../src/lib/access/staff.server';
import { enrolTablet, makeCode } from '../../src/lib/access/tablet.server';
import type { TabletActor } from '../../src/lib/access/facts';
import type { Writer } from '../../src/lib/audit/trail.server';
import { world } from '../../src/lib/base/world';
import { addGroup, listGroups } from '../../src/lib/club/groups.server';
import { addMeeting } from '../../src/lib/club/meetings.server';
import { addMember } from '../../src/lib/club/members.server';
import { addVenue, listVenues } from '../../src/lib/club/venues.server';
import { dayOf, daysFrom } from '../../src/lib/club/zone';
import { writeOperator } from '../../src/lib/operator/settings.server';
import { openStore } from '../../src/lib/store/open.server';
import { holdMeeting, type HeldGroup } from './history';
import { lessonSteps } from './lesson-steps';
import { accounts, groups, operator, venues } from './people';

const dayMs = 86_400_000;
const tabletsAtVenue = 6;

interface Place {
  readonly dataDir: string;
  /** the lessons: `content` of the project */
  readonly contentDir: string;
  /** UTC milliseconds; all dates hang on it */
  readonly now: number;
}

/**
 * Makes the demo club in an empty folder as if its people had lived it: at each past meeting the tablets and the
 * trainer hand in their events through the real exchange, so that log and read tables agree.
 */
export async function makeDemoClub({ dataDir, contentDir, now }: Place): Promise<void> {
  const store = openStore({ dataDir });
  let at = now - 60 * dayMs;
  const writer: Writer = { store, world: { ...world, now: () => at }, by: 'set-up' };
  await writeOperator(dataDir, operator);
  const staff = await addAccounts(writer);
  const places = await addVenues(writer);
  const held = await addGroups(writer, { staff, places });
  const steps = lessonSteps(contentDir, 'tablet-basics');
  const past = held
    .flatMap((group) => pastDates(group.plan, dayOf(now)).map((date, round) => ({ group, date, round })))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const { group, date, round } of past) {
    at = Date.parse(`${date}T${group.plan.start}:00Z`);
    await holdMeeting(writer, { group, date, round, steps, setNow: (ms) => (at = ms) });
  }
  at = now;
  await planMeetings(writer, dayOf(now));
  store.close();
}

/** Plans what is missing from today on, and makes a code for one tablet: on each start of the demo. */
export async function freshenDemoClub({ dataDir, now }: Omit<Place, 'contentDir'>): Promise<{ code: string }> {
  const store = openStore({ dataDir });
  const writer: Writer = { store, world: { ...world, now: () => now }, by: 'set-up' };
  await planMeetings(writer, dayOf(now));
  const [venue] = await listVenues(store, 'all');
  if (!venue) throw new Error('The demo club has no venue. Delete the folder data-demo and start again.');
  const { code } = await makeCode(writer, { tabletName: 'Mein Tablet', venue: venue.id });
  store.close();
  return { code };
}

/** What is printed at each start. */
export { accounts };

async function addAccounts(writer: Writer): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const account of accounts) {
    const added = await addStaff(writer, { ...account, mustChange: false });
    if (!added.ok) throw new Error(`${account.username} is taken`);
    ids.set(account.username, added.value);
  }
  return ids;
}

interface VenuePlace {
  readonly id: string;
  readonly tablets: readonly TabletActor[];
}

async function addVenues(writer: Writer): Promise<VenuePlace[]> {
  const places: VenuePlace[] = [];
  for (const venue of venues) {
    const id = await addVenue(writer, venue);
    const tablets: TabletActor[] = [];
    for (let count = 1; count <= tabletsAtVenue; count += 1) {
      const { code } = await makeCode(writer, { tabletName: `Tablet ${count}`, venue: id });
      const enrolled = await enrolTablet(writer, code);
      if (!enrolled.ok) throw new Error('A fresh code was refused');
      tablets.push({ id: enrolled.value.tablet.id, venue: id, enrolledAt: writer.world.now() });
    }
    places.push({ id, tablets });
  }
  return places;
}

interface Around {
  readonly staff: ReadonlyMap<string, string>;
  readonly places: readonly VenuePlace[];
}

async function addGroups(writer: Writer, { staff, places }: Around): Promise<HeldGroup[]> {
  const held: HeldGroup[] = [];
  for (const plan of groups) {
    const place = places[plan.venue];
    const trainer = staff.get(plan.trainer);
    if (!place || !trainer) throw new Error(`${plan.name} has no venue or no trainer`);
    const text = { name: plan.name, venue: place.id, course: 'tablet-basics', trainers: [trainer] };
    const id = await addGroup(writer, text);
    const members: string[] = [];
    for (const [firstName, initial, picture] of plan.members)
      members.push(await addMember(writer, { firstName, initial, picture, group: id }));
    held.push({ id, plan, trainer, members, tablets: place.tablets });
  }
  return held;
}

/** The days of a group's past meetings, the first one first. */
function pastDates({ lastDaysAgo, pastMeetings }: HeldGroup['plan'], today: string): string[] {
  const last = daysFrom(today, -lastDaysAgo);
  return Array.from({ length: pastMeetings }, (_, index) => daysFrom(last, -7 * (pastMeetings - 1 - index)));
}

/** Every group's meetings of the next three weeks; the first group of each venue meets today. Those there are stay. */
async function planMeetings(writer: Writer, today: string): Promise<void> {
  const known = new Map((await listGroups(writer.store, 'all')).map(({ id, name }) => [name, id]));
  for (const { name, start, end, lastDaysAgo } of groups) {
    const group = known.get(name);
    if (group === undefined) continue;
    for (const week of [0, 1, 2]) {
      const date = daysFrom(today, ((7 - lastDaysAgo) % 7) + 7 * week);
      await addMeeting(writer, { group, date, start, end });
    }
  }
}
