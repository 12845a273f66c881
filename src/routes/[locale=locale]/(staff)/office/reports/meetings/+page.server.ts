import { world } from '$lib/base/world';
import { venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { askedIn } from '$lib/reports/asked';
import { behindIn } from '$lib/reports/behind';
import { countedMeetings } from '$lib/reports/counted-meetings.server';
import { heldMeetings } from '$lib/reports/held-meetings.server';
import { getStore } from '$lib/store/open.server';
import type { PageServerLoad } from './$types';

/** So many lines a page: each has a link, and a year of a town has thousands. */
const linesAPage = 100;

export const load: PageServerLoad = ({ locals, url }) => {
  const asked = askedIn(url, Number(dayOf(world.now()).slice(0, 4)));
  const behind = behindIn(url);
  const at = venuesOf(locals);
  const { from, to } = asked;
  const wanted = { at, from, to, ...(behind.group === undefined ? {} : { group: behind.group }) };
  const all = countedMeetings(heldMeetings(getStore(), wanted), behind);
  const pages = Math.max(1, Math.ceil(all.length / linesAPage));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(url.searchParams.get('page'))) || 1));
  return {
    asked,
    behind,
    count: all.length,
    page,
    pages,
    lines: all.slice((page - 1) * linesAPage, page * linesAPage)
  };
};
