import { fail } from '@sveltejs/kit';
import { listStaff } from '$lib/access/staff.server';
import { readForm } from '$lib/base/form';
import { coursesIn } from '$lib/club/courses.server';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { addGroup, listGroups, setGroupClosed } from '$lib/club/groups.server';
import { groupForm } from '$lib/club/office-forms';
import { groupOffers } from '$lib/club/offers.server';
import { listVenues } from '$lib/club/venues.server';
import { localeOr } from '$lib/i18n/locales';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const [store, at] = [getStore(), venuesOf(locals)];
  const [groups, venues, staff] = await Promise.all([listGroups(store, at), listVenues(store, at), listStaff(store)]);
  return {
    groups,
    venues: venues.filter(({ closed }) => !closed),
    staff: staff.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name })),
    courses: coursesIn(localeOr(params.locale))
  };
};

export const actions: Actions = {
  add: async ({ locals, request }) => {
    const schema = groupForm(await groupOffers(getStore(), venuesOf(locals)));
    const read = readForm(schema, await request.formData(), { form: 'add', lists: ['trainers'] });
    if (!read.ok) return fail(400, read.error);
    await addGroup(deskOf(locals), read.value);
    return { done: { what: 'group-added', name: read.value.name } satisfies Done };
  },
  open: async ({ locals, request }) => {
    const { id, name } = meant(await listGroups(getStore(), venuesOf(locals)), idIn(await request.formData()));
    await setGroupClosed(deskOf(locals), { id, closed: false });
    return { done: { what: 'group-opened', name } satisfies Done };
  }
};
