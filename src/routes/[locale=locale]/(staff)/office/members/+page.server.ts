import { error, fail } from '@sveltejs/kit';
import { readForm } from '$lib/base/form';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listOpenGroups } from '$lib/club/groups.server';
import { isCalled } from '$lib/club/member-name';
import { addMember, listMembers } from '$lib/club/members.server';
import { newMemberForm } from '$lib/club/office-forms';
import { searchIn } from '$lib/club/member-search';
import { pageOf } from '$lib/club/pages';
import { deletePerson } from '$lib/privacy/deletion.server';
import { getServerSync } from '$lib/rooms.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

const openGroups = (locals: App.Locals) => listOpenGroups(getStore(), venuesOf(locals));

/** So many people a page. */
const peopleAPage = 100;
/** Of more, nobody looks through the list for one. */
const fewPeople = 20;

export const load: PageServerLoad = async ({ locals, url }) => {
  const all = await listMembers(getStore(), venuesOf(locals));
  const { name, page } = searchIn(url);
  const found = all.filter((one) => isCalled(one, name));
  return {
    name,
    members: pageOf(found, { page, size: peopleAPage }),
    /** all of them, whatever is looked for */
    isLong: all.length > fewPeople,
    isEmpty: all.length === 0,
    taken: [...new Set(all.map(({ picture }) => picture))],
    groups: await openGroups(locals)
  };
};

export const actions: Actions = {
  add: async ({ locals, request }) => {
    const groups = (await openGroups(locals)).map(({ id }) => id);
    const read = readForm(newMemberForm(groups, venuesOf(locals)), await request.formData(), { form: 'add' });
    if (!read.ok) return fail(400, read.error);
    const { group, ...text } = read.value;
    await addMember(deskOf(locals), group === '' ? text : { ...text, group });
    return { done: { what: 'member-added', name: text.firstName } satisfies Done };
  },
  delete: async ({ locals, request }) => {
    const everybody = await listMembers(getStore(), venuesOf(locals));
    const { id, firstName, elsewhere } = meant(everybody, idIn(await request.formData()));
    // Who is at another venue as well is not only this office's to delete.
    if (elsewhere) error(403, { message: 'Forbidden', code: 'forbidden' });
    const receipt = await deletePerson(deskOf(locals), getServerSync().log, id);
    return { done: { what: 'member-deleted', name: firstName } satisfies Done, receipt };
  }
};
