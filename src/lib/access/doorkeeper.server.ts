import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { localeOr } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';
import { cardCookie, deviceCookie, resolveActor } from './actor.server';
import { setCardCookie, setDeviceCookie } from './cookies.server';
import { isOpen } from './may';
import { passage } from './route-rights';

/** Finds out who is asking and lets nobody into a room that is not theirs: pages, form actions and interfaces alike. */
export const doorkeeper: Handle = async ({ event, resolve }) => {
  const { actor, person } = await resolveActor(getStore, { cookies: event.cookies, world });
  event.locals.actor = actor;
  if (person) event.locals.person = person;
  judge(event);
  if (event.route.id === '/api/sync') renewEnrolment(event);
  return resolve(event);
};

function judge(event: RequestEvent): void {
  const { locals, route, url, params, request } = event;
  const { actor, person } = locals;
  const verdict = passage(route.id, { actor, mustChange: person?.mustChange ?? false });
  if (verdict === 'open') return;
  const locale = localeOr(params['locale']);
  // A whole page is refused by its layout, so that it says so in the person's words; all else is refused here.
  if (verdict === 'forbidden' && isWholePage(event)) {
    locals.turnedAway = true;
    return;
  }
  if (verdict === 'forbidden') error(403, { message: 'Forbidden', code: 'forbidden' });
  if (route.id?.startsWith('/api/')) error(401, { message: 'Unauthorized', code: 'unauthorized' });
  if (verdict === 'password-first') redirect(303, `/${locale}/account`);
  const back = request.method === 'GET' ? `?to=${encodeURIComponent(url.pathname + url.search)}` : '';
  redirect(303, `/${locale}/sign-in${back}`);
}

const isWholePage = ({ request, route, isDataRequest }: RequestEvent): boolean =>
  request.method === 'GET' && !isDataRequest && !route.id?.startsWith('/api/');

/** A tablet that is in use stays enrolled, and a learner's own device theirs, longer than a browser keeps one cookie. */
function renewEnrolment({ locals: { actor }, cookies, url }: RequestEvent): void {
  const cookie = cookies.get(deviceCookie);
  const tablet = actor.kind === 'visitor' ? undefined : actor.tablet;
  if (cookie && tablet && tablet.revokedAt === undefined) setDeviceCookie(cookies, { url, cookie });
  const card = cookies.get(cardCookie);
  if (card && actor.kind === 'learner' && actor.device.own && isOpen(actor))
    setCardCookie(cookies, { url, cookie: card, own: true });
}
