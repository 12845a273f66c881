import { listTablets } from '$lib/access/tablet.server';
import { venuesOf } from '$lib/club/desk.server';
import { listVenues } from '$lib/club/venues.server';
import { readOperator } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [store, at] = [getStore(), venuesOf(locals)];
  const names = new Map((await listVenues(store, at)).map(({ id, name }) => [id, name]));
  const operator = await readOperator(store.dataDir);
  return {
    stickers: (await listTablets(store, at))
      .filter(({ revoked }) => !revoked)
      .map(({ id, name, venue }) => ({ id, name, venue: names.get(venue) ?? '' })),
    operator: operator?.name ?? '',
    telephone: operator?.helpTelephone ?? ''
  };
};
