import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { CardDoor, type CardRefusal } from '$lib/access/card-door.server';
import { takeIn } from '$lib/access/cards.server';
import { setCardCookie, tellSignedIn } from '$lib/access/cookies.server';
import { world } from '$lib/base/world';
import { keptOfIn } from '$lib/club/aliases.server';
import { isAtTablet } from '$lib/club/at-tablet.server';
import { memberText } from '$lib/club/members.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

const door = new CardDoor();
const schema = v.object({ code: v.pipe(v.string(), v.maxLength(60)), own: v.boolean() });

/** Lets a learner in by their card. On a club tablet it only says who they are, as their tile does. */
export const POST: RequestHandler = async ({ cookies, locals: { actor }, request, url, getClientAddress }) => {
  const asked = v.safeParse(schema, await request.json().catch(() => undefined));
  if (!asked.success) error(400, { message: 'Bad request', code: 'broken-request' });
  if (actor.kind === 'staff') return refused({ why: 'staff-here' });
  const [store, { code, own }] = [getStore(), asked.output];
  const found = await door.open(store, { code, address: getClientAddress() });
  if (!found.ok) return refused(found.error);
  const person = memberText(store, keptOfIn(store)(found.value));
  if (!person) return refused({ why: 'no-such-card' });
  if (actor.kind === 'device') {
    if (!isAtTablet(store, { actor, member: person.id, now: world.now() })) return refused({ why: 'elsewhere' });
  } else {
    setCardCookie(cookies, { url, cookie: takeIn({ store, world }, { member: person.id, own }), own });
    tellSignedIn(cookies, url);
  }
  return json({ person, tablet: actor.kind === 'device' }, { headers: { 'cache-control': 'no-store' } });
};

type Refusal = CardRefusal | { readonly why: 'staff-here' | 'elsewhere' };

const statuses = { 'no-such-card': 404, replaced: 410, 'too-often': 429, 'staff-here': 409, elsewhere: 403 } as const;

function refused(refusal: Refusal): Response {
  const waitMinutes = refusal.why === 'too-often' ? Math.ceil(refusal.waitMs / 60_000) : undefined;
  return json({ why: refusal.why, waitMinutes }, { status: statuses[refusal.why] });
}
