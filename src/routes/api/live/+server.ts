import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { cardCookie, deviceCookie, resolveActor, sessionCookie } from '$lib/access/actor.server';
import type { Actor } from '$lib/access/facts';
import { world } from '$lib/base/world';
import { sightOf } from '$lib/club/sight.server';
import { getLiveHub } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import { deviceSchema } from '$lib/sync/wire';
import type { RequestHandler } from './$types';

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  // Proxies that gather an answer before they hand it on would hold the signals back.
  'x-accel-buffering': 'no',
  // Without it the socket would stay open behind the last message, and keep a stopping server waiting.
  connection: 'close'
};

/** Says where there is news (SYNC.md, "Live"), to whom the server knows. Others are told to stop asking. */
export const GET: RequestHandler = async ({ url, cookies, locals: { actor }, platform }) => {
  const browser = v.safeParse(deviceSchema, url.searchParams.get('browser'));
  if (!browser.success) error(400, { message: 'Bad request', code: 'broken-request' });
  if (actor.kind === 'visitor') error(401, { message: 'Unauthorized', code: 'unauthorized' });
  const shown = new Map([sessionCookie, deviceCookie, cardCookie].map((name) => [name, cookies.get(name)]));
  const hub = getLiveHub();
  const body = await hub.join({
    who: nameOf(actor),
    browser: browser.output,
    async look() {
      const now = await resolveActor(getStore, { cookies: { get: (name) => shown.get(name) }, world });
      return sightOf(getStore(), { actor: now.actor, now: world.now() });
    },
    cut: () => platform?.req.destroy()
  });
  if (!body && hub.isClosed) error(503, { message: 'The server stops', code: 'busy' });
  if (!body) error(401, { message: 'Unauthorized', code: 'unauthorized' });
  return new Response(body, { headers });
};

function nameOf(actor: Exclude<Actor, { kind: 'visitor' }>): string {
  if (actor.kind === 'staff') return `staff/${actor.staff}`;
  return actor.kind === 'learner' ? `own/${actor.device.id}` : `device/${actor.tablet.id}`;
}
