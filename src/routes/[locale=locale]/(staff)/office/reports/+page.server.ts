import { world } from '$lib/base/world';
import { venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { askedIn } from '$lib/reports/asked';
import { yearReport, yearsIn } from '$lib/reports/year.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const thisYear = Number(dayOf(world.now()).slice(0, 4));
  const asked = askedIn(url, thisYear);
  const store = getStore();
  return {
    asked,
    years: yearsIn(store, thisYear),
    report: yearReport(store, { ...asked, at: venuesOf(locals) })
  };
};
