import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { newCode } from '$lib/access/enrolment-code';
import { makePasswordLink, passwordAddress } from '$lib/access/password-link.server';
import { setOfficeVenues } from '$lib/access/roles.server';
import { addStaff, disableStaff, enableStaff, setFirstPassword } from '$lib/access/staff.server';
import { readForm, refusal, valuesIn } from '$lib/base/form';
import { world } from '$lib/base/world';
import { listAccounts } from '$lib/club/accounts.server';
import { deskOf, idIn, meant, needAllVenues, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { newPassword, staffForm, venuesForm, type StaffKind } from '$lib/club/office-forms';
import { listVenues } from '$lib/club/venues.server';
import { getStore } from '$lib/store/open.server';
import { subjectOf } from '$lib/sync/event';
import type { Actions, PageServerLoad } from './$types';

/** The accounts that this office looks after. */
function accountsFor(locals: App.Locals) {
  const { store, by } = deskOf(locals);
  return listAccounts(store, { at: venuesOf(locals), me: subjectOf(by), now: world.now() });
}

/** Nobody gives more than they have: the office of some venues enters trainers. */
function kindsFor(locals: App.Locals): readonly StaffKind[] {
  return venuesOf(locals) === 'all' ? ['trainer', 'office', 'office-of-venues'] : ['trainer'];
}

const venuesFor = (locals: App.Locals) => listVenues(getStore(), venuesOf(locals));
const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);

export const load: PageServerLoad = async ({ locals }) => ({
  staff: await accountsFor(locals),
  venues: await venuesFor(locals),
  kinds: kindsFor(locals),
  me: locals.actor.kind === 'staff' ? locals.actor.staff : undefined,
  /** a first password to pass on: easy to read aloud, gone when it is changed */
  suggestion: [newCode(world), newCode(world)].join('-').toLowerCase()
});

export const actions: Actions = {
  add: async ({ locals, request }) => {
    const schema = staffForm({ kinds: kindsFor(locals), venues: idsOf(await venuesFor(locals)) });
    const data = await request.formData();
    const read = readForm(schema, data, { form: 'add', lists: ['venues'] });
    if (!read.ok) return fail(400, read.error);
    const { firstPassword, ...text } = read.value;
    const added = await addStaff(deskOf(locals), { ...text, password: firstPassword, mustChange: true });
    if (!added.ok) {
      const values = valuesIn(data, ['venues']);
      return fail(409, refusal({ form: 'add', values, errors: { username: added.error } }));
    }
    return { done: { what: 'staff-added', name: text.name } satisfies Done };
  },
  venues: async ({ locals, request }) => {
    needAllVenues(locals);
    const data = await request.formData();
    const offices = (await accountsFor(locals)).filter(({ role }) => role === 'office');
    const { id, name } = meant(offices, idIn(data));
    const read = readForm(venuesForm(idsOf(await venuesFor(locals))), data, { form: 'venues', lists: ['venues'] });
    if (!read.ok) return fail(400, read.error);
    const { venues } = read.value;
    const set = await setOfficeVenues(deskOf(locals), { staffId: id, venues });
    if (!set.ok) {
      const values = valuesIn(data, ['venues']);
      return fail(409, refusal({ form: 'venues', values, errors: { role: set.error } }));
    }
    return { done: { what: 'saved', name } satisfies Done };
  },
  password: async ({ locals, request }) => {
    const data = await request.formData();
    const { id, name } = meant(await accountsFor(locals), idIn(data));
    const read = readForm(v.object({ firstPassword: newPassword }), data, { form: 'password' });
    if (!read.ok) return fail(400, read.error);
    await setFirstPassword(deskOf(locals), { staffId: id, password: read.value.firstPassword });
    return { done: { what: 'password-given', name } satisfies Done };
  },
  link: async ({ locals, params, request, url }) => {
    const { id, name } = meant(await accountsFor(locals), idIn(await request.formData()));
    const { key, expiresAt } = await makePasswordLink(deskOf(locals), id);
    return { link: { name, expiresAt, address: passwordAddress({ origin: url.origin, key, locale: params.locale }) } };
  },
  disable: async ({ locals, request }) => {
    const { id, name } = meant(await accountsFor(locals), idIn(await request.formData()));
    const disabled = await disableStaff(deskOf(locals), id);
    if (!disabled.ok) return fail(409, refusal({ form: 'disable', values: { id }, errors: { form: disabled.error } }));
    return { done: { what: 'staff-disabled', name, undo: { action: '?/enable', fields: { id } } } satisfies Done };
  },
  enable: async ({ locals, request }) => {
    const { id, name } = meant(await accountsFor(locals), idIn(await request.formData()));
    await enableStaff(deskOf(locals), id);
    return { done: { what: 'staff-enabled', name } satisfies Done };
  }
};
