import { fail } from '@sveltejs/kit';
import { noteDeed } from '$lib/audit/trail.server';
import { readForm, refusal } from '$lib/base/form';
import { deskOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { operatorForm, operatorOf, operatorStart } from '$lib/operator/form';
import { logoFrom } from '$lib/operator/logo-upload.server';
import { readOperator, writeOperator } from '$lib/operator/settings.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const operator = await readOperator(getStore().dataDir);
  return { start: operatorStart(operator), hasLogo: operator?.logo !== undefined };
};

export const actions: Actions = {
  save: async ({ locals, request }) => {
    const desk = deskOf(locals);
    const { dataDir } = desk.store;
    const data = await request.formData();
    const read = readForm(operatorForm, data, { form: 'save' });
    if (!read.ok) return fail(400, read.error);
    const logo = await logoFrom(data, { dataDir, before: (await readOperator(dataDir))?.logo });
    if (!logo.ok) return fail(400, refusal({ form: 'save', values: read.value, errors: { logo: logo.error } }));
    await writeOperator(dataDir, operatorOf(read.value, logo.value));
    noteDeed(desk, { action: 'settings.changed', subject: 'operator/settings' });
    return { done: { what: 'saved', name: '' } satisfies Done };
  }
};
