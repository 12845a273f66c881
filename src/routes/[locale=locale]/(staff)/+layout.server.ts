import { error } from '@sveltejs/kit';
import { countHeld } from '$lib/club/held.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import type { LayoutServerLoad } from './$types';

/** Pages of staff are nobody else's: no cache keeps them. */
export const load: LayoutServerLoad = ({ locals: { person, turnedAway }, setHeaders }) => {
  if (turnedAway) error(403, { message: 'Forbidden', code: 'forbidden' });
  setHeaders({ 'cache-control': 'no-store' });
  return {
    person: person && { id: person.id, name: person.name, role: person.role, mustChange: person.mustChange },
    heldCount: person?.role === 'office' ? countHeld(getStore(), getServerSync().log, person.venues) : 0,
    /** whether the office looks after all venues: some pages are for that one alone */
    looksAfterAll: person?.venues === 'all'
  };
};
