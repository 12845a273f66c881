import { fail } from '@sveltejs/kit';
import { isLockedMode } from '$lib/access/tablet-mode';
import { showCode } from '$lib/access/enrolment-code';
import { changeTablet, listTablets, makeCode, restoreTablet, revokeTablet } from '$lib/access/tablet.server';
import { readForm, refusal } from '$lib/base/form';
import { world } from '$lib/base/world';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listLoans } from '$lib/club/loans.server';
import { tabletChangeForm, tabletForm } from '$lib/club/office-forms';
import { listVenues } from '$lib/club/venues.server';
import { dayOf } from '$lib/club/zone';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function openVenues(locals: App.Locals) {
  return (await listVenues(getStore(), venuesOf(locals))).filter(({ closed }) => !closed);
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const [store, at] = [getStore(), venuesOf(locals)];
  const [tablets, venues] = await Promise.all([listTablets(store, at), listVenues(store, at)]);
  const names = new Map(venues.map(({ id, name }) => [id, name]));
  const overdue = (await listLoans(store, { at, today: dayOf(world.now()) })).filter((loan) => loan.overdue).length;
  return {
    tablets: tablets.map((tablet) => ({ ...tablet, venueName: names.get(tablet.venue) ?? '' })),
    venues: await openVenues(locals),
    overdue,
    origin: url.origin
  };
};

export const actions: Actions = {
  code: async ({ locals, request }) => {
    const venues = await openVenues(locals);
    const read = readForm(tabletForm(venues.map(({ id }) => id)), await request.formData(), { form: 'code' });
    if (!read.ok) return fail(400, read.error);
    const { code, expiresAt } = await makeCode(deskOf(locals), read.value);
    return { code: { text: showCode(code), expiresAt, tabletName: read.value.tabletName } };
  },
  change: async ({ locals, request }) => {
    const data = await request.formData();
    const tablet = meant(await listTablets(getStore(), venuesOf(locals)), idIn(data)).id;
    const read = readForm(tabletChangeForm, data, { form: 'change' });
    if (!read.ok) return fail(400, read.error);
    const { tabletName: name, mode } = read.value;
    const isOwn = locals.actor.kind === 'staff' && locals.actor.tablet?.id === tablet;
    if (isOwn && isLockedMode(mode))
      return fail(
        400,
        refusal({ form: 'change', values: { id: tablet, ...read.value }, errors: { mode: 'own-tablet' } })
      );
    await changeTablet(deskOf(locals), { tablet, name, mode });
    return { done: { what: 'tablet-changed', name } satisfies Done };
  },
  revoke: async ({ locals, request }) => {
    const { id, name } = meant(await listTablets(getStore(), venuesOf(locals)), idIn(await request.formData()));
    await revokeTablet(deskOf(locals), { tablet: id, lost: false });
    return { done: { what: 'tablet-revoked', name, undo: { action: '?/restore', fields: { id } } } satisfies Done };
  },
  lost: async ({ locals, request }) => {
    const { id, name } = meant(await listTablets(getStore(), venuesOf(locals)), idIn(await request.formData()));
    await revokeTablet(deskOf(locals), { tablet: id, lost: true });
    return { done: { what: 'tablet-lost', name, undo: { action: '?/restore', fields: { id } } } satisfies Done };
  },
  restore: async ({ locals, request }) => {
    const { id, name } = meant(await listTablets(getStore(), venuesOf(locals)), idIn(await request.formData()));
    await restoreTablet(deskOf(locals), id);
    return { done: { what: 'tablet-restored', name } satisfies Done };
  }
};
