import { error, fail, redirect } from '@sveltejs/kit';
import { readCode, showCode } from '$lib/access/enrolment-code';
import { setDeviceCookie } from '$lib/access/cookies.server';
import { enrolTablet, tabletNamed } from '$lib/access/tablet.server';
import { Throttle } from '$lib/access/throttle.server';
import { world } from '$lib/base/world';
import { listVenues } from '$lib/club/venues.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

/** Six signs and ten minutes leave no room for guessing: 30 tries are 1 in 5 million. */
const throttle = new Throttle({ points: 30, duration: 600 });

export const load: PageServerLoad = async ({ locals: { actor }, setHeaders, url }) => {
  const scanned = readCode(url.searchParams.get('code') ?? '');
  const code = scanned === undefined ? '' : showCode(scanned);
  setHeaders({ 'cache-control': 'no-store' });
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  if (!tablet || tablet.revokedAt !== undefined) return { tablet: undefined, code, isLocked: false };
  const store = getStore();
  const venue = (await listVenues(store, 'all')).find(({ id }) => id === tablet.venue);
  return {
    tablet: { name: (await tabletNamed(store, tablet.id))?.name ?? '', venue: venue?.name ?? '' },
    code,
    isLocked: tablet.mode !== undefined
  };
};

export const actions: Actions = {
  default: async ({ cookies, getClientAddress, locals: { actor }, params, request, url }) => {
    // Locked to learners: nobody makes another tablet of it by the way.
    if (actor.kind !== 'visitor' && actor.tablet?.mode !== undefined && actor.tablet.revokedAt === undefined)
      error(403);
    const typed = (await request.formData()).get('code');
    const code = typeof typed === 'string' ? typed.slice(0, 40) : '';
    const address = getClientAddress();
    const allowed = await throttle.begin(address);
    if (!allowed.ok) return fail(429, { code, waitMinutes: Math.ceil(allowed.error.waitMs / 60_000) });
    const enrolled = await enrolTablet({ store: getStore(), world }, code);
    if (!enrolled.ok) return fail(400, { code, waitMinutes: 0 });
    await throttle.uncount(address);
    setDeviceCookie(cookies, { url, cookie: enrolled.value.cookie });
    redirect(303, `/${params.locale}/who`);
  }
};
