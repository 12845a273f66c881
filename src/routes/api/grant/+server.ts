import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { giveGrant } from '$lib/access/grant.server';
import { parseId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

const schema = v.object({
  device: v.pipe(
    v.string(),
    v.check((text) => parseId(text) !== undefined)
  )
});

/** Gives the browser of a signed-in person the right to hand in their events for 30 days, also after sign-out. */
export const POST: RequestHandler = async ({ locals: { actor }, request }) => {
  if (actor.kind !== 'staff') error(401, { message: 'Unauthorized', code: 'unauthorized' });
  const asked = v.safeParse(schema, await request.json().catch(() => undefined));
  if (!asked.success) error(400, { message: 'Bad request', code: 'broken-request' });
  const { device } = asked.output;
  const grant = await giveGrant({ store: getStore(), world }, { staff: actor.staff, device, tablet: actor.tablet?.id });
  return json(grant, { headers: { 'cache-control': 'no-store' } });
};
