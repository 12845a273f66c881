import type { Venues } from '$lib/access/facts';
import { listStaff } from '$lib/access/staff.server';
import { sourceLocale } from '$lib/i18n/locales';
import type { Store } from '$lib/store/open.server';
import { coursesIn } from './courses.server';
import type { GroupOffers } from './office-forms';
import { listVenues } from './venues.server';

/** What the form of a group lets one choose from. */
export async function groupOffers(store: Store, at: Venues): Promise<GroupOffers> {
  const [venues, staff] = await Promise.all([listVenues(store, at), listStaff(store)]);
  return {
    venues: venues.map(({ id }) => id),
    trainers: staff.map(({ id }) => id),
    courses: coursesIn(sourceLocale).map(({ id }) => id)
  };
}
