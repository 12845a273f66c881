import { addStaff } from '$lib/access/staff.server';
import type { StaffRole, Venues } from '$lib/access/facts';
import type { Writer } from '$lib/audit/trail.server';
import { addGroup } from '$lib/club/groups.server';
import { addMember } from '$lib/club/members.server';
import { addVenue } from '$lib/club/venues.server';
import type { Store } from '$lib/store/open.server';

/** A clock that stands still until a test moves it, and honest chance. */
export function aWorld(start = '2026-11-24T09:00:00Z') {
  let at = Date.parse(start);
  return {
    now: () => at,
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
    /** Lets time go by. */
    pass(ms: number) {
      at += ms;
    }
  };
}

export type TestWorld = ReturnType<typeof aWorld>;

export function aWriter(store: Store, world = aWorld()): Writer & { world: TestWorld } {
  return { store, world, by: 'staff/test' };
}

export const aPassword = 'blaue blume';

/** Adds an account and gives its id. */
export async function aStaff(
  writer: Writer,
  { username = 'lotse', role = 'trainer' as StaffRole, venues = 'all' as Venues } = {}
): Promise<string> {
  const account = { username, name: username, role, venues, password: aPassword, mustChange: false };
  const added = await addStaff(writer, account);
  if (!added.ok) throw new Error(`${username} is taken`);
  return added.value;
}

/** A venue with one group and its members, and who trains it. */
export async function aClub(
  writer: Writer,
  { name = 'Montagsgruppe', people = ['Anna', 'Bernd'], trainers = [] as string[] } = {}
) {
  const venue = await addVenue(writer, { name: `Haus ${name}`, address: '' });
  const group = await addGroup(writer, { name, venue, course: 'tablet-basics', trainers });
  const members: string[] = [];
  for (const firstName of people)
    members.push(await addMember(writer, { firstName, initial: 'K', picture: 'tulip', group }));
  return { venue, group, members };
}
