import type { LayoutServerLoad } from './$types';

/** Pages of staff are nobody else's: no cache keeps them. */
export const load: LayoutServerLoad = ({ locals: { person }, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return { person: person && { name: person.name, role: person.role, mustChange: person.mustChange } };
};
