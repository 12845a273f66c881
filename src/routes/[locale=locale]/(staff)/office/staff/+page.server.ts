import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { newCode } from '$lib/access/enrolment-code';
import { addStaff, disableStaff, enableStaff, listStaff, setFirstPassword } from '$lib/access/staff.server';
import { readForm, refusal } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, idIn, meant } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { newPassword, staffForm } from '$lib/club/office-forms';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  staff: await listStaff(getStore()),
  me: locals.actor.kind === 'staff' ? locals.actor.staff : undefined,
  /** a first password to pass on: easy to read aloud, gone when it is changed */
  suggestion: [newCode(world), newCode(world)].join('-').toLowerCase()
});

export const actions: Actions = {
  add: async ({ locals, request }) => {
    const read = readForm(staffForm, await request.formData(), { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    const { firstPassword, ...text } = read.value;
    const added = await addStaff(deskOf(locals), { ...text, password: firstPassword, mustChange: true });
    if (!added.ok) return fail(409, refusal({ form: 'add', values: text, errors: { username: added.error } }));
    return { done: { what: 'staff-added', name: text.name } satisfies Done };
  },
  password: async ({ locals, request }) => {
    const data = await request.formData();
    const { id, name } = meant(await listStaff(getStore()), idIn(data));
    const read = readForm(v.object({ firstPassword: newPassword }), data, { form: 'password' });
    if (!read.ok) return fail(400, read.error);
    await setFirstPassword(deskOf(locals), { staffId: id, password: read.value.firstPassword });
    return { done: { what: 'password-given', name } satisfies Done };
  },
  disable: async ({ locals, request }) => {
    const { id, name } = meant(await listStaff(getStore()), idIn(await request.formData()));
    const disabled = await disableStaff(deskOf(locals), id);
    if (!disabled.ok) return fail(409, refusal({ form: 'disable', values: { id }, errors: { form: disabled.error } }));
    return { done: { what: 'staff-disabled', name, undo: { action: '?/enable', fields: { id } } } satisfies Done };
  },
  enable: async ({ locals, request }) => {
    const { id, name } = meant(await listStaff(getStore()), idIn(await request.formData()));
    await enableStaff(deskOf(locals), id);
    return { done: { what: 'staff-enabled', name } satisfies Done };
  }
};
