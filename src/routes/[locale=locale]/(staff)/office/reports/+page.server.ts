import { world } from '$lib/base/world';
import { venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { askedIn } from '$lib/reports/asked';
import { handedOn } from '$lib/reports/small-numbers';
import { yearReport, yearsIn } from '$lib/reports/year.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const thisYear = Number(dayOf(world.now()).slice(0, 4));
  const asked = askedIn(url, thisYear);
  const store = getStore();
  const report = yearReport(store, { ...asked, at: venuesOf(locals) });
  return { asked, years: yearsIn(store, thisYear), report: asked.isPublic ? handedOn(report) : report };
};
