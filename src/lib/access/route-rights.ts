import type { Actor } from './facts';
import { officeVenues } from './office-venues';

/** What a visit to a route comes to: go on, sign in first, not yours, or set your own password first. */
export type Passage = 'open' | 'sign-in' | 'forbidden' | 'password-first';

/** Whose pages a route belongs to, the narrower first. The rest of the house is open to everybody. */
const rooms: readonly { readonly prefix: string; readonly role: 'staff' | 'office' | 'office of all venues' }[] = [
  { prefix: '/[locale=locale]/(staff)/office/settings', role: 'office of all venues' },
  { prefix: '/[locale=locale]/(staff)/office/barriers', role: 'office of all venues' },
  { prefix: '/[locale=locale]/(staff)/office/guides', role: 'office of all venues' },
  { prefix: '/[locale=locale]/(staff)/office/privacy', role: 'office of all venues' },
  { prefix: '/[locale=locale]/(staff)/office', role: 'office' },
  { prefix: '/[locale=locale]/(staff)/account', role: 'staff' },
  { prefix: '/[locale=locale]/(staff)/paper-list', role: 'staff' },
  { prefix: '/[locale=locale]/(staff)/cards', role: 'staff' },
  { prefix: '/api/office', role: 'office' },
  { prefix: '/api/grant', role: 'staff' },
  { prefix: '/api/meetings', role: 'staff' }
];

const account = '/[locale=locale]/(staff)/account';

/**
 * Who may pass where. Judged for pages and for form actions alike, because an action runs before any layout.
 * @param route Kit's id of the route, groups included
 * @param mustChange the signed-in person still has the password that the office chose
 */
export function passage(route: string | null, { actor, mustChange }: { actor: Actor; mustChange: boolean }): Passage {
  const room = rooms.find(({ prefix }) => route === prefix || route?.startsWith(`${prefix}/`));
  if (!room) return 'open';
  if (actor.kind !== 'staff') return 'sign-in';
  if (mustChange && route !== account) return 'password-first';
  if (room.role === 'staff') return 'open';
  // A tablet that is locked to learners never shows what the office knows.
  if (actor.tablet?.mode !== undefined) return 'forbidden';
  const isEnough = room.role === 'office' ? actor.role === 'office' : officeVenues(actor) === 'all';
  return isEnough ? 'open' : 'forbidden';
}
