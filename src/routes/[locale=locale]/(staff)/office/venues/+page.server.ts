import { fail } from '@sveltejs/kit';
import { readForm } from '$lib/base/form';
import { deskOf, idIn, meant, needAllVenues, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { venueForm } from '$lib/club/office-forms';
import { addVenue, changeVenue, listVenues, setVenueClosed } from '$lib/club/venues.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const venues = await listVenues(getStore(), venuesOf(locals));
  return {
    venues,
    /** a town lies in one federal state: the next venue will be where the others are */
    state: venues.find(({ state }) => state !== '')?.state ?? ''
  };
};

export const actions: Actions = {
  add: async ({ locals, request }) => {
    needAllVenues(locals);
    const read = readForm(venueForm, await request.formData(), { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    await addVenue(deskOf(locals), read.value);
    return { done: { what: 'venue-added', name: read.value.name } satisfies Done };
  },
  change: async ({ locals, request }) => {
    const data = await request.formData();
    const { id } = meant(await listVenues(getStore(), venuesOf(locals)), idIn(data));
    const read = readForm(venueForm, data, { form: 'change' });
    if (!read.ok) return fail(400, read.error);
    await changeVenue(deskOf(locals), { id, ...read.value });
    return { done: { what: 'saved', name: read.value.name } satisfies Done };
  },
  close: async ({ locals, request }) => {
    const { id, name } = meant(await listVenues(getStore(), venuesOf(locals)), idIn(await request.formData()));
    await setVenueClosed(deskOf(locals), { id, closed: true });
    return { done: { what: 'venue-closed', name, undo: { action: '?/open', fields: { id } } } satisfies Done };
  },
  open: async ({ locals, request }) => {
    const { id, name } = meant(await listVenues(getStore(), venuesOf(locals)), idIn(await request.formData()));
    await setVenueClosed(deskOf(locals), { id, closed: false });
    return { done: { what: 'venue-opened', name } satisfies Done };
  }
};
