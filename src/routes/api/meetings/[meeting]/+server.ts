import { error, json } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { headingFor } from '$lib/club/meeting-heading.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

/** What the server can say of a meeting while the device does not know it yet. */
export const GET: RequestHandler = ({ locals: { actor }, params: { meeting } }) => {
  const heading = headingFor(getStore(), { actor, now: world.now(), meeting });
  return json(heading ?? error(404), { headers: { 'cache-control': 'no-store' } });
};
