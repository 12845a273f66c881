import { error, fail } from '@sveltejs/kit';
import { readForm } from '$lib/base/form';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { listGroups } from '$lib/club/groups.server';
import { changeMember, findMember, joinGroup, leaveGroup } from '$lib/club/members.server';
import { memberForm } from '$lib/club/office-forms';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function memberOf(locals: App.Locals, id: string) {
  return (await findMember(getStore(), id, venuesOf(locals))) ?? error(404);
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const member = await memberOf(locals, params.member);
  const groups = (await listGroups(getStore(), venuesOf(locals))).filter(
    ({ id, closed }) => !closed || member.groups.includes(id)
  );
  return {
    member,
    inGroups: groups.filter(({ id }) => member.groups.includes(id)),
    otherGroups: groups.filter(({ id }) => !member.groups.includes(id))
  };
};

export const actions: Actions = {
  change: async ({ locals, params, request }) => {
    const { id } = await memberOf(locals, params.member);
    const read = readForm(memberForm, await request.formData(), { form: 'change' });
    if (!read.ok) return fail(400, read.error);
    await changeMember(deskOf(locals), { id, ...read.value });
    return { done: { what: 'saved', name: read.value.firstName } satisfies Done };
  },
  join: async ({ locals, params, request }) => {
    const { id: member, firstName } = await memberOf(locals, params.member);
    const { id: group } = meant(
      await listGroups(getStore(), venuesOf(locals)),
      idIn(await request.formData(), 'group')
    );
    await joinGroup(deskOf(locals), { member, group });
    return { done: { what: 'member-joined', name: firstName } satisfies Done };
  },
  leave: async ({ locals, params, request }) => {
    const { id: member, firstName } = await memberOf(locals, params.member);
    const { id: group } = meant(
      await listGroups(getStore(), venuesOf(locals)),
      idIn(await request.formData(), 'group')
    );
    await leaveGroup(deskOf(locals), { member, group });
    return {
      done: { what: 'member-left', name: firstName, undo: { action: '?/join', fields: { group } } } satisfies Done
    };
  }
};
