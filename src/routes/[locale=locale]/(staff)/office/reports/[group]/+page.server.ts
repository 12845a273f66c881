import { error } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { askedIn } from '$lib/reports/asked';
import { groupReport } from '$lib/reports/year.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = world.now();
  const asked = askedIn(url, Number(dayOf(at).slice(0, 4)));
  const report = await groupReport(getStore(), { ...asked, at: venuesOf(locals), group: params.group });
  return { asked, at, report: report ?? error(404) };
};
