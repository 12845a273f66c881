import { world } from '$lib/base/world';
import { venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { askedIn } from '$lib/reports/asked';
import { behindIn } from '$lib/reports/behind';
import { pageOfCounted } from '$lib/reports/counted-meetings.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

/** So many lines a page: each has a link, and a year of a town has thousands. */
const linesAPage = 100;

export const load: PageServerLoad = ({ locals, url }) => {
  const asked = askedIn(url, Number(dayOf(world.now()).slice(0, 4)));
  const behind = behindIn(url);
  const page = Math.floor(Number(url.searchParams.get('page'))) || 1;
  const { from, to } = asked;
  const counted = pageOfCounted(getStore(), { at: venuesOf(locals), from, to, behind, page, size: linesAPage });
  return { asked, behind, ...counted };
};
