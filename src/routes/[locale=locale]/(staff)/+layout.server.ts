import { error } from '@sveltejs/kit';
import { getServerSync } from '$lib/rooms.server';
import type { LayoutServerLoad } from './$types';

/** Pages of staff are nobody else's: no cache keeps them. */
export const load: LayoutServerLoad = ({ locals: { person, turnedAway }, setHeaders }) => {
  if (turnedAway) error(403, { message: 'Forbidden', code: 'forbidden' });
  setHeaders({ 'cache-control': 'no-store' });
  return {
    person: person && { id: person.id, name: person.name, role: person.role, mustChange: person.mustChange },
    heldCount: person?.role === 'office' ? getServerSync().log.quarantine.size() : 0
  };
};
