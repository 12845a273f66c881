import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { sessionCookie } from '$lib/access/actor.server';
import { dropSessionCookie } from '$lib/access/cookies.server';
import { endSession } from '$lib/access/session.server';
import { changePassword } from '$lib/access/staff.server';
import { readForm, refusal, type Problem } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf } from '$lib/club/desk.server';
import { newPassword } from '$lib/club/office-forms';
import { getStore } from '$lib/store/open.server';
import type { Actions } from './$types';

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
  signOut: async ({ cookies, params, url }) => {
    const token = cookies.get(sessionCookie);
    if (token) await endSession({ store: getStore(), world }, token);
    dropSessionCookie(cookies, url);
    redirect(303, `/${params.locale}/sign-in?signed-out`);
  }
};
