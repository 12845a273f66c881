import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { setSessionCookie } from '$lib/access/cookies.server';
import { beginSession } from '$lib/access/session.server';
import { setUpLinkState } from '$lib/access/set-up-link.server';
import { neededLine, freeText, readForm, refusal } from '$lib/base/form';
import { world } from '$lib/base/world';
import { newPassword, username } from '$lib/club/office-forms';
import { setUp } from '$lib/club/set-up.server';
import { listVenues } from '$lib/club/venues.server';
import { operatorForm, operatorOf } from '$lib/operator/form';
import { logoFrom } from '$lib/operator/logo-upload.server';
import { readOperator, writeOperator } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const account = { name: neededLine(120), username, password: newPassword, againPassword: v.string('required') };
const accountForm = v.object(account);
const wholeForm = v.object({
  ...account,
  ...operatorForm.entries,
  venueName: neededLine(120),
  venueAddress: freeText(200)
});

/** A link that was used, replaced or has run out is gone; one that never was is not found. The words are the same. */
async function keyIn(url: URL): Promise<string> {
  const key = url.searchParams.get('key') ?? '';
  const state = await setUpLinkState({ store: getStore(), world }, key);
  if (state === 'open') return key;
  return error(state === 'over' ? 410 : 404, { message: 'This link is no longer valid' });
}

/** Whether anything is set up yet. A locked-out office is asked for its account alone. */
async function isFirst(): Promise<boolean> {
  const store = getStore();
  return (await readOperator(store.dataDir)) === undefined || (await listVenues(store, 'all')).length === 0;
}

export const load: PageServerLoad = async ({ url }) => {
  await keyIn(url);
  return { first: await isFirst() };
};

export const actions: Actions = {
  default: async ({ cookies, params, request, url }) => {
    const key = await keyIn(url);
    const store = getStore();
    const data = await request.formData();
    const first = await isFirst();
    const read = readForm(first ? wholeForm : accountForm, data, { form: 'set-up' });
    if (!read.ok) return fail(400, read.error);
    const { name, username: asked, password, againPassword } = read.value;
    const values = { ...read.value };
    if (password !== againPassword)
      return fail(400, refusal({ form: 'set-up', values, errors: { againPassword: 'password-differs' } }));
    const operator = v.safeParse(wholeForm, read.value);
    const logo = await logoFrom(data, { dataDir: store.dataDir, before: undefined });
    if (!logo.ok) return fail(400, refusal({ form: 'set-up', values, errors: { logo: logo.error } }));
    const venue = operator.success
      ? { name: operator.output.venueName, address: operator.output.venueAddress }
      : undefined;
    const done = await setUp({ store, world }, { key, office: { username: asked, name, password }, venue });
    if (!done.ok) error(410, { message: 'This link is no longer valid' });
    if (operator.success) await writeOperator(store.dataDir, operatorOf(operator.output, logo.value));
    setSessionCookie(cookies, { url, token: await beginSession({ store, world }, done.value.staffId) });
    redirect(303, `/${params.locale}/office`);
  }
};
