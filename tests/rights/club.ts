import type { World } from '$lib/base/world';
import { makeCards, takeIn } from '$lib/access/cards.server';
import { giveGrant } from '$lib/access/grant.server';
import { beginSession } from '$lib/access/session.server';
import { setOfficeVenues } from '$lib/access/roles.server';
import { hashSecret, newSecret } from '$lib/access/secret.server';
import { addStaff, disableStaff } from '$lib/access/staff.server';
import type { Venues } from '$lib/access/facts';
import { enrolTablet, makeCode, revokeTablet } from '$lib/access/tablet.server';
import type { Writer } from '$lib/audit/trail.server';
import { newId } from '$lib/base/id';
import { addGroup, changeGroup } from '$lib/club/groups.server';
import { addMeeting } from '$lib/club/meetings.server';
import { addMember, joinGroup, leaveGroup } from '$lib/club/members.server';
import { appointSubstitute } from '$lib/club/substitutes.server';
import { addVenue } from '$lib/club/venues.server';
import { dayOf } from '$lib/club/zone';
import { families } from '$lib/family/schema.server';
import { openStore, type Store } from '$lib/store/open.server';
import type { RightsClub, TestAccount, TestGrant, TestTablet } from './rights-club';

const hour = 3_600_000;
const day = 24 * hour;

interface Past extends Writer {
  /** Everything that follows happens so long ago. */
  at(agoMs: number): void;
}

function aPast(store: Store): Past {
  let ago = 0;
  const world: World = {
    now: () => Date.now() - ago,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
  };
  return { store, world, by: 'set-up', at: (agoMs) => void (ago = agoMs) };
}

/**
 * A club with a past, made by the office's own functions: everything began forty days ago; this morning, three hours ago,
 * people and tablets lost their rights. Grants were given yesterday.
 */
export async function makeRightsClub(dataDir: string): Promise<RightsClub> {
  const store = openStore({ dataDir });
  const past = aPast(store);
  const club = await began(past);
  past.at(3 * hour);
  await lostRights(past, club);
  past.at(0);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  return club;
}

async function began(past: Past): Promise<RightsClub> {
  past.at(40 * day);
  const [library, parish] = [await venue(past, 'Bücherei'), await venue(past, 'Gemeindehaus')];
  const staff = {
    trainer: await account(past, 'trainer'),
    substitute: await account(past, 'substitute'),
    elsewhere: await account(past, 'elsewhere'),
    removed: await account(past, 'removed'),
    disabled: await account(past, 'disabled'),
    office: await account(past, 'office', 'all'),
    officeHere: await account(past, 'office-here', [library]),
    officeElsewhere: await account(past, 'office-elsewhere', [parish]),
    /** of the first venue, and since this morning of the other */
    officeMoved: await account(past, 'office-moved', [library])
  };
  const trainers = [staff.trainer.id, staff.removed.id, staff.disabled.id];
  const group = await addGroup(past, { name: 'Montag', venue: library, course: '', trainers });
  const otherGroup = await addGroup(past, {
    name: 'Freitag',
    venue: parish,
    course: '',
    trainers: [staff.elsewhere.id]
  });
  const person = await member(past, 'Anna', group);
  const formerMember = await member(past, 'Bernd', group);
  const newMember = await addMember(past, { firstName: 'Christa', initial: '', picture: 'owl' });
  const otherPerson = await member(past, 'Zoe', otherGroup);
  const date = dayOf(Date.now());
  const [meeting, otherMeeting] = [await planned(past, group, date), await planned(past, otherGroup, date)];
  await appointSubstitute(past, { meeting, staff: staff.substitute.id });
  const tablets = {
    enrolled: await tablet(past, library),
    elsewhere: await tablet(past, parish),
    revoked: await tablet(past, library),
    lost: await tablet(past, library)
  };
  const cards = { replaced: await byCard(past, person), own: await byCard(past, person) };
  past.at(day);
  const grants = {
    trainer: await grant(past, staff.trainer),
    removed: await grant(past, staff.removed),
    disabled: await grant(past, staff.disabled),
    lost: await grant(past, staff.trainer, tablets.lost)
  };
  return {
    place: { person, group, meeting, date },
    other: { person: otherPerson, group: otherGroup, meeting: otherMeeting, date },
    formerMember,
    newMember,
    venues: { library, parish },
    staff,
    tablets,
    grants,
    cards,
    family: family(past, 'f1')
  };
}

async function lostRights(
  past: Past,
  { place: { group }, formerMember, newMember, venues, staff, tablets }: RightsClub
): Promise<void> {
  const trainers = [staff.trainer.id, staff.disabled.id];
  await changeGroup(past, { id: group, name: 'Montag', venue: venues.library, course: '', trainers });
  await leaveGroup(past, { member: formerMember, group });
  await joinGroup(past, { member: newMember, group });
  await disableStaff(past, staff.disabled.id);
  await setOfficeVenues(past, { staffId: staff.officeMoved.id, venues: [venues.parish] });
  await revokeTablet(past, { tablet: tablets.revoked.id, lost: false });
  await revokeTablet(past, { tablet: tablets.lost.id, lost: true });
}

/** A trainer's account, or that of an office of venues. */
async function account(past: Past, username: string, venues?: Venues): Promise<TestAccount> {
  const role = venues === undefined ? { role: 'trainer' as const } : { role: 'office' as const, venues };
  const added = await addStaff(past, { username, name: username, ...role, password: 'blaue blume', mustChange: false });
  if (!added.ok) throw new Error(`${username} is taken`);
  const { store, world } = past;
  // They have just signed in.
  const session = await beginSession({ store, world: { ...world, now: () => Date.now() } }, added.value);
  return { id: added.value, session };
}

const venue = (past: Past, name: string) => addVenue(past, { name, address: '' });

const member = (past: Past, firstName: string, group: string) =>
  addMember(past, { firstName, initial: '', picture: 'tulip', group });

async function planned(past: Past, group: string, date: string): Promise<string> {
  const added = await addMeeting(past, { group, date, start: '14:00', end: '16:00' });
  if (!added.ok) throw new Error(`There is a meeting on ${date}`);
  return added.value;
}

/** A browser that a new card opened; the last card is replaced by it. */
async function byCard(past: Past, member: string): Promise<string> {
  await makeCards(past, [member]);
  return takeIn(past, { member, own: true });
}

async function tablet(past: Past, at: string): Promise<TestTablet> {
  const { code } = await makeCode(past, { tabletName: 'Tablet', venue: at });
  const enrolled = await enrolTablet(past, code);
  if (!enrolled.ok) throw new Error('The fresh code was refused');
  return { id: enrolled.value.tablet.id, cookie: enrolled.value.cookie };
}

function family({ store, world }: Past, id: string): TestGrant {
  const secret = newSecret(world);
  const at = world.now();
  store.orm
    .insert(families)
    .values({ id, tokenHash: hashSecret(secret), createdAt: at, usedAt: at })
    .run();
  return { id: `family/${id}`, secret, device: newId(world) };
}

async function grant(past: Past, { id }: TestAccount, at?: TestTablet): Promise<TestGrant> {
  const device = newId(past.world);
  return { ...(await giveGrant(past, { staff: id, device, tablet: at?.id })), device };
}
