import { leaveToDevice } from '$lib/access/handed-on.server';
import { SyncLimits } from '$lib/access/sync-limits.server';
import { noteWaiting } from '$lib/access/tablet.server';
import { world } from '$lib/base/world';
import { clubRights } from '$lib/club/rights.server';
import { familyDoor, type FamilyDoor } from '$lib/family/families.server';
import { FamilyLimits } from '$lib/family/limits.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import { answerSync } from '$lib/sync/answer.server';
import type { RequestHandler } from './$types';

const limits = new SyncLimits();
const familyLimits = new FamilyLimits();

/** The way of all events: sends and fetches (docs/decisions/0002). */
export const POST: RequestHandler = async ({ request, url, cookies, locals, getClientAddress }) => {
  const now = world.now();
  const isHandedOn = request.headers.has('handed-on');
  const actor = isHandedOn ? await leaveToDevice({ cookies, url, actor: locals.actor }) : locals.actor;
  const address = getClientAddress();
  let families: FamilyDoor | undefined;
  return answerSync({
    ...getServerSync(),
    request,
    now,
    report: (line) => console.error(line),
    limit: limits.of({ actor, address }),
    rights({ grants, device }) {
      families = familyDoor(getStore(), { grants, address, limits: familyLimits, now });
      return clubRights(getStore(), { actor, grants: grants.map((grant) => ({ ...grant, device })), families, now });
    },
    alongside({ left }) {
      const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
      if (!tablet || left === undefined) return families?.alongside;
      return () => {
        noteWaiting(getStore(), { tablet: tablet.id, waiting: left });
        families?.alongside();
      };
    }
  });
};
