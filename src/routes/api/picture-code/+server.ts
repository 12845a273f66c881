import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actor } from '$lib/access/facts';
import { isOpen } from '$lib/access/may';
import { opensLock, pictureCodeSchema } from '$lib/access/picture-code';
import { pictureLocks, removePictureCode, setPictureCode } from '$lib/access/picture-codes.server';
import { Throttle } from '$lib/access/throttle.server';
import { world } from '$lib/base/world';
import { everyIdOf } from '$lib/club/aliases.server';
import { isAtTablet } from '$lib/club/at-tablet.server';
import { getStore } from '$lib/store/open.server';
import type { RequestHandler } from './$types';

const throttle = new Throttle({ points: 5, duration: 15 * 60 });
const schema = v.object({
  person: v.string(),
  /** none: the code goes */
  pictures: v.optional(pictureCodeSchema),
  /** the code until now, where there is one */
  old: v.optional(pictureCodeSchema)
});

/** The learner sets, changes or takes away their own picture code. Who changes one must know it. */
export const POST: RequestHandler = async ({ locals: { actor }, request }) => {
  const asked = v.safeParse(schema, await request.json().catch(() => undefined));
  if (!asked.success) error(400, { message: 'Bad request', code: 'broken-request' });
  const { person: member, pictures, old } = asked.output;
  const device = deviceOf(actor);
  if (!device || !isTheirs(actor, member)) error(403, { message: 'Forbidden', code: 'forbidden' });
  const lock = pictureLocks(getStore(), [member]).get(member);
  if (lock) {
    const allowed = await throttle.begin(member);
    if (!allowed.ok) return json({ why: 'too-often' }, { status: 429 });
    if (!old || !(await opensLock(lock, old))) return json({ why: 'wrong' }, { status: 403 });
    await throttle.forgive(member);
  }
  const writer = { store: getStore(), world, by: `device/${device.id}` };
  if (pictures) await setPictureCode(writer, { member, pictures });
  else removePictureCode(writer, member);
  return json({}, { headers: { 'cache-control': 'no-store' } });
};

/** On what it is done: the trail names no learner as an author. */
function deviceOf(actor: Actor): { readonly id: string } | undefined {
  if (actor.kind === 'visitor') return undefined;
  return actor.kind === 'learner' ? actor.device : actor.tablet;
}

/** A club tablet says who of its venue is on it; on a browser with a card it is the card's person. */
function isTheirs(actor: Actor, member: string): boolean {
  if (actor.kind === 'learner') return isOpen(actor) && everyIdOf(getStore(), actor.person).includes(member);
  return isAtTablet(getStore(), { actor, member, now: world.now() });
}
