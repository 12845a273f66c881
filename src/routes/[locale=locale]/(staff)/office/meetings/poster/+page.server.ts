import { fail } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { subjectKey } from '$lib/calendar/feed-kind';
import { feedAddress, makeFeed, subjectsFor } from '$lib/calendar/feeds.server';
import { posterOf } from '$lib/calendar/poster.server';
import { deskOf, venuesOf } from '$lib/club/desk.server';
import { dayOf } from '$lib/club/zone';
import { getStore } from '$lib/store/open.server';
import { subjectOf } from '$lib/sync/event';
import type { Actions, PageServerLoad } from './$types';

/** What the office can hang up: its venues and groups. */
async function subjectsOf(locals: App.Locals) {
  const { by } = deskOf(locals);
  const all = await subjectsFor(getStore(), { at: venuesOf(locals), me: subjectOf(by), now: world.now() });
  return all.filter(({ kind }) => kind !== 'trainer');
}

async function asked(locals: App.Locals, url: URL) {
  const [subjects, of] = [await subjectsOf(locals), url.searchParams.get('of') ?? ''];
  return { subjects, of: subjects.find((subject) => subjectKey(subject) === of) };
}

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const { subjects, of } = await asked(locals, url);
  const found = of && (await posterOf(getStore(), { of, at: venuesOf(locals), today: dayOf(world.now()) }));
  return { subjects, of: of ? subjectKey(of) : '', poster: found, platform: `${url.origin}/${params.locale}` };
};

export const actions: Actions = {
  /** The code on the sheet leads to a calendar: an address of its own, so that it can be closed alone. */
  withCalendar: async ({ locals, params, url }) => {
    const { of } = await asked(locals, url);
    if (!of) return fail(404);
    const secret = await makeFeed(deskOf(locals), of);
    return { address: feedAddress({ origin: url.origin, secret, locale: params.locale }) };
  }
};
