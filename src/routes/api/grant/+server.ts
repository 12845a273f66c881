import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { sessionCookie } from '$lib/access/actor.server';
import { giveGrant } from '$lib/access/grant.server';
import { idSchema } from '$lib/base/id-schema';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

const schema = v.object({
  device: idSchema,
  /** for evenings without a network: it outlives the session */
  pin: v.optional(v.boolean(), false)
});

/** Gives the browser of a signed-in person the right to hand in their events for 30 days, also after sign-out. */
export const POST: RequestHandler = async ({ cookies, locals: { actor }, request }) => {
  if (actor.kind !== 'staff') error(401, { message: 'Unauthorized', code: 'unauthorized' });
  const asked = v.safeParse(schema, await request.json().catch(() => undefined));
  if (!asked.success) error(400, { message: 'Bad request', code: 'broken-request' });
  const { device, pin } = asked.output;
  const { staff, tablet } = actor;
  const session = pin ? undefined : cookies.get(sessionCookie);
  const grant = await giveGrant({ store: getStore(), world }, { staff, device, tablet: tablet?.id, session });
  return json(grant, { headers: { 'cache-control': 'no-store' } });
};
