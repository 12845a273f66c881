import { fail } from '@sveltejs/kit';
import { guestsAt } from '$lib/attendance/guest-list.server';
import { readForm } from '$lib/base/form';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { addMember } from '$lib/club/members.server';
import { memberForm } from '$lib/club/office-forms';
import { pageIn, pageOf } from '$lib/club/pages';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

/** So many guests a page: each has a form of its own. */
const guestsAPage = 25;

function guestsFor(locals: App.Locals) {
  // Who opens the log makes the table that guests stand in.
  getServerSync();
  return guestsAt(getStore(), venuesOf(locals));
}

export const load: PageServerLoad = async ({ locals, url }) => ({
  guests: pageOf(await guestsFor(locals), { page: pageIn(url), size: guestsAPage })
});

export const actions: Actions = {
  take: async ({ locals, request }) => {
    const data = await request.formData();
    const { id, group } = meant([...(await guestsFor(locals))], idIn(data));
    const read = readForm(memberForm, data, { form: 'take' });
    if (!read.ok) return fail(400, { ...read.error, id });
    await addMember(deskOf(locals), { ...read.value, id, group });
    return { done: { what: 'member-added', name: read.value.firstName } satisfies Done };
  }
};
