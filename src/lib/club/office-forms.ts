import * as v from 'valibot';
import type { StaffRole, Venues } from '$lib/access/facts';
import { stateCodes } from '$lib/base/federal-states';
import { chosenOf, freeText, neededLine } from '$lib/base/form';
import { passwordProblem } from '$lib/access/password-rules';
import { tabletModes } from '$lib/access/tablet-mode';
import { usernameProblem } from '$lib/access/username';
import { audiences } from '$lib/content/lesson';
import { longestName } from './member-name';
import { memberPictures } from '$lib/ui/pictures';
import { knowns } from './venue-access';

/** What the office's forms take. Names may be long: people, towns and groups have long ones. */
const known = v.optional(v.picklist(knowns, 'choose'), '');

export const venueForm = v.object({
  name: neededLine(120),
  address: freeText(200),
  openingTimes: freeText(400),
  state: v.optional(chosenOf(['', ...stateCodes]), ''),
  stepFree: known,
  hearingLoop: known,
  parking: known,
  accessNote: freeText(400)
});

export interface GroupOffers {
  readonly venues: readonly string[];
  readonly courses: readonly string[];
  readonly trainers: readonly string[];
}

export function groupForm({ venues, courses, trainers }: GroupOffers) {
  return v.object({
    name: neededLine(120),
    venue: chosenOf(venues),
    course: chosenOf(['', ...courses]),
    audience: v.optional(v.picklist(['', ...audiences], 'choose'), ''),
    capacity: v.pipe(
      freeText(20),
      v.check((text) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) > 0), 'capacity'),
      v.transform((text) => (text === '' ? undefined : Number(text)))
    ),
    trainers: v.array(chosenOf(trainers))
  });
}

/** A first letter, with or without the dot that people add. */
const initial = v.pipe(
  freeText(2),
  v.transform((text) => text.replace(/\.$/, '').toLocaleUpperCase('de'))
);

export const memberForm = v.object({ firstName: neededLine(longestName), initial, picture: chosenOf(memberPictures) });

/** The office of some venues takes people into its groups; who is in none is of no venue. */
export function newMemberForm(groups: readonly string[], at: Venues) {
  return v.object({ ...memberForm.entries, group: chosenOf(at === 'all' ? ['', ...groups] : groups) });
}

export const username = v.pipe(
  neededLine(60),
  v.check((typed) => usernameProblem(typed) === undefined, 'username')
);

export const newPassword = v.pipe(
  v.string('required'),
  v.check((typed) => passwordProblem(typed) === undefined, 'password-short')
);

/** What the office can make of somebody. */
export type StaffKind = 'trainer' | 'office' | 'office-of-venues';

export interface RoleOffers {
  readonly kinds: readonly StaffKind[];
  readonly venues: readonly string[];
}

/** A task, with the venues where it is an office of some. No tick never means all of them. */
function roleEntries({ kinds, venues }: RoleOffers) {
  return { role: v.picklist(kinds, 'choose'), venues: v.array(chosenOf(venues)) };
}

interface ReadRole {
  readonly role: StaffKind;
  readonly venues: readonly string[];
}

const namesItsVenues = ({ role, venues }: ReadRole): boolean => role !== 'office-of-venues' || venues.length > 0;

const roleOf = ({ role, venues }: ReadRole): { role: StaffRole; venues: Venues } => ({
  role: role === 'trainer' ? 'trainer' : 'office',
  venues: role === 'office-of-venues' ? venues : 'all'
});

export function staffForm(offers: RoleOffers) {
  return v.pipe(
    v.object({ name: neededLine(120), username, firstPassword: newPassword, ...roleEntries(offers) }),
    v.forward(v.partialCheck([['role'], ['venues']], namesItsVenues, 'choose'), ['venues']),
    v.transform((read) => ({ ...read, ...roleOf(read) }))
  );
}

export function venuesForm(venues: readonly string[]) {
  return v.pipe(
    v.object(roleEntries({ kinds: ['office', 'office-of-venues'], venues })),
    v.forward(v.partialCheck([['role'], ['venues']], namesItsVenues, 'choose'), ['venues']),
    v.transform((read) => roleOf(read))
  );
}

export const tabletChangeForm = v.object({ tabletName: neededLine(60), mode: v.picklist(tabletModes, 'choose') });

export const tabletForm = (venues: readonly string[]) =>
  v.object({ tabletName: neededLine(60), venue: chosenOf(venues) });
