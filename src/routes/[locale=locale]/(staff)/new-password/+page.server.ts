import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { setSessionCookie } from '$lib/access/cookies.server';
import { passwordLinkOf, usePasswordLink } from '$lib/access/password-link.server';
import { beginSession } from '$lib/access/session.server';
import { readForm, refusal } from '$lib/base/form';
import { world } from '$lib/base/world';
import { newPassword } from '$lib/club/office-forms';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const schema = v.object({ nextPassword: newPassword, againPassword: v.string('required') });

/** A link that was used, replaced or has run out is gone; one that never was is not found. The words are the same. */
async function ownerOf(url: URL) {
  const key = url.searchParams.get('key') ?? '';
  const { state, person } = await passwordLinkOf({ store: getStore(), world }, key);
  if (person) return { key, person };
  return error(state === 'over' ? 410 : 404, { message: 'This link is no longer valid' });
}

export const load: PageServerLoad = async ({ url }) => {
  const { person } = await ownerOf(url);
  return { owner: { name: person.name, username: person.username } };
};

export const actions: Actions = {
  default: async ({ cookies, params, request, url }) => {
    const { key } = await ownerOf(url);
    const read = readForm(schema, await request.formData(), { form: 'password' });
    if (!read.ok) return fail(400, read.error);
    const { nextPassword: password, againPassword } = read.value;
    if (password !== againPassword)
      return fail(400, refusal({ form: 'password', values: {}, errors: { againPassword: 'password-differs' } }));
    const store = getStore();
    const used = await usePasswordLink({ store, world }, { key, password });
    if (!used.ok) error(410, { message: 'This link is no longer valid' });
    setSessionCookie(cookies, { url, token: await beginSession({ store, world }, used.value.staffId) });
    redirect(303, `/${params.locale}/account`);
  }
};
