import { fail } from '@sveltejs/kit';
import { listGuests } from '$lib/attendance/guest-list.server';
import { readForm } from '$lib/base/form';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { addMember } from '$lib/club/members.server';
import { memberForm } from '$lib/club/office-forms';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

function guestsFor(locals: App.Locals) {
  // Who opens the log makes the table that guests stand in.
  getServerSync();
  return listGuests(getStore(), venuesOf(locals));
}

export const load: PageServerLoad = async ({ locals }) => ({ guests: await guestsFor(locals) });

export const actions: Actions = {
  take: async ({ locals, request }) => {
    const data = await request.formData();
    const { id, group } = meant(await guestsFor(locals), idIn(data));
    const read = readForm(memberForm, data, { form: 'take' });
    if (!read.ok) return fail(400, { ...read.error, id });
    await addMember(deskOf(locals), { ...read.value, id, group });
    return { done: { what: 'member-added', name: read.value.firstName } satisfies Done };
  }
};
