import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { sessionCookie } from '$lib/access/actor.server';
import { dropSessionCookie } from '$lib/access/cookies.server';
import { endSession } from '$lib/access/session.server';
import { changePassword } from '$lib/access/staff.server';
import { readForm, refusal, type Problem } from '$lib/base/form';
import { world } from '$lib/base/world';
import { feedAddress, listFeeds, makeFeed, setFeedRevoked, type NamedSubject } from '$lib/calendar/feeds.server';
import { deskOf, idIn, meant } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { newPassword } from '$lib/club/office-forms';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

/** Somebody's own calendar: the meetings of the groups that they train. */
function ownCalendar({ person }: App.Locals): NamedSubject[] {
  return person && !person.mustChange ? [{ kind: 'trainer', subject: person.id, name: person.name }] : [];
}

export const load: PageServerLoad = async ({ locals }) => ({ feeds: await listFeeds(getStore(), ownCalendar(locals)) });

async function setRevoked({ locals, request }: { locals: App.Locals; request: Request }, revoked: boolean) {
  const { id, name } = meant(await listFeeds(getStore(), ownCalendar(locals)), idIn(await request.formData()));
  await setFeedRevoked(deskOf(locals), { id, revoked });
  const done: Done = revoked
    ? { what: 'calendar-revoked', name, undo: { action: '?/openCalendar', fields: { id } } }
    : { what: 'calendar-restored', name };
  return { done };
}

const schema = v.object({
  currentPassword: v.string('required'),
  nextPassword: newPassword,
  againPassword: v.string('required')
});

export const actions: Actions = {
  password: async ({ cookies, locals, request }) => {
    const desk = deskOf(locals);
    const read = readForm(schema, await request.formData(), { form: 'password' });
    if (!read.ok) return fail(400, read.error);
    const { currentPassword: current, nextPassword: next, againPassword } = read.value;
    const refuse = (field: string, problem: Problem) =>
      fail(400, refusal({ form: 'password', values: {}, errors: { [field]: problem } }));
    if (next !== againPassword) return refuse('againPassword', 'password-differs');
    if (next === current) return refuse('nextPassword', 'password-same');
    const staffId = desk.by.replace('staff/', '');
    const changed = await changePassword(desk, { staffId, current, next, session: cookies.get(sessionCookie) });
    if (!changed.ok) return refuse('currentPassword', 'password-wrong');
    return { changed: true };
  },
  makeCalendar: async ({ locals, params, url }) => {
    const [own] = ownCalendar(locals);
    if (!own) return fail(403);
    const secret = await makeFeed(deskOf(locals), own);
    return { made: { name: own.name, address: feedAddress({ origin: url.origin, secret, locale: params.locale }) } };
  },
  closeCalendar: (event) => setRevoked(event, true),
  openCalendar: (event) => setRevoked(event, false),
  signOut: async ({ cookies, params, url }) => {
    const token = cookies.get(sessionCookie);
    if (token) await endSession({ store: getStore(), world }, token);
    dropSessionCookie(cookies, url);
    redirect(303, `/${params.locale}/sign-in?signed-out`);
  }
};
