import { fail } from '@sveltejs/kit';
import { readForm } from '$lib/base/form';
import { deskOf, idIn, meant } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listGroups } from '$lib/club/groups.server';
import { addMember, listMembers } from '$lib/club/members.server';
import { newMemberForm } from '$lib/club/office-forms';
import { deletePerson } from '$lib/privacy/deletion.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function openGroups() {
  return (await listGroups(getStore())).filter(({ closed }) => !closed);
}

export const load: PageServerLoad = async () => ({
  members: await listMembers(getStore()),
  groups: await openGroups()
});

export const actions: Actions = {
  add: async ({ locals, request }) => {
    const groups = (await openGroups()).map(({ id }) => id);
    const read = readForm(newMemberForm(groups), await request.formData(), { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    const { group, ...text } = read.value;
    await addMember(deskOf(locals), group === '' ? text : { ...text, group });
    return { done: { what: 'member-added', name: text.firstName } satisfies Done };
  },
  delete: async ({ locals, request }) => {
    const { id, firstName } = meant(await listMembers(getStore()), idIn(await request.formData()));
    const receipt = await deletePerson(deskOf(locals), getServerSync().log, id);
    return { done: { what: 'member-deleted', name: firstName } satisfies Done, receipt };
  }
};
