import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { setSessionCookie } from '$lib/access/cookies.server';
import { signedIn } from '$lib/access/session.server';
import { getDoor, type SignInRefusal } from '$lib/access/sign-in.server';
import { wayBack } from '$lib/access/way-back';
import { world } from '$lib/base/world';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({
  username: v.pipe(v.string(), v.maxLength(200)),
  password: v.pipe(v.string(), v.maxLength(1000))
});

const homeOf = (locale: string, role: string): string => `/${locale}${role === 'office' ? '/office' : '/club'}`;

function refuse(refusal: SignInRefusal, username: string) {
  if (refusal.why === 'wrong') return fail(400, { waitMinutes: 0, username });
  return fail(429, { waitMinutes: Math.ceil(refusal.waitMs / 60_000), username });
}

export const load: PageServerLoad = ({ locals: { person }, params, url }) => {
  if (person) redirect(303, wayBack(url.searchParams.get('to'), homeOf(params.locale, person.role)));
  return { signedOut: url.searchParams.has('signed-out') };
};

export const actions: Actions = {
  default: async ({ cookies, getClientAddress, params, request, url }) => {
    const asked = v.safeParse(schema, Object.fromEntries(await request.formData()));
    if (!asked.success) return fail(400, { waitMinutes: 0, username: '' });
    const { username } = asked.output;
    const result = await getDoor().signIn({ ...asked.output, address: getClientAddress() });
    if (!result.ok) return refuse(result.error, username);
    setSessionCookie(cookies, { url, token: result.value.token });
    const person = await signedIn({ store: getStore(), world }, result.value.token);
    if (person?.mustChange) redirect(303, `/${params.locale}/account`);
    redirect(303, wayBack(url.searchParams.get('to'), homeOf(params.locale, person?.role ?? 'trainer')));
  }
};
