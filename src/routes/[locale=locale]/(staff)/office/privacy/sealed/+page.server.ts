import { error, fail } from '@sveltejs/kit';
import { noteLook } from '$lib/audit/looks.server';
import { readForm } from '$lib/base/form';
import { deskOf, idIn } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { findMember } from '$lib/club/members.server';
import { fullName } from '$lib/club/roster';
import { dayOf } from '$lib/club/zone';
import { sealForm } from '$lib/privacy/sealed';
import { listSealed, sealedSheet, sealPerson } from '$lib/privacy/sealed.server';
import { getServerSync } from '$lib/rooms.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const desk = deskOf(locals);
  const sealed = listSealed(desk.store).map(({ person: id, firstName, initial, reason, until }) => ({
    ...{ id, firstName, initial, reason, until },
    sheet: sealedSheet(desk.store, id)
  }));
  for (const { id } of sealed) noteLook(desk, `person/${id}`);
  const asked = url.searchParams.get('person') ?? '';
  const member = asked === '' ? undefined : await findMember(desk.store, asked, 'all');
  return { sealed, member };
};

export const actions: Actions = {
  seal: async ({ locals, request }) => {
    const desk = deskOf(locals);
    const data = await request.formData();
    const member = (await findMember(desk.store, idIn(data), 'all')) ?? error(404);
    const read = readForm(sealForm(dayOf(desk.world.now())), data, { form: 'seal' });
    if (!read.ok) return fail(400, read.error);
    const sealed = await sealPerson(desk, getServerSync().log, { person: member.id, ...read.value });
    if (!sealed.ok) error(404);
    return {
      done: { what: 'person-sealed', name: fullName(member) } satisfies Done,
      receipt: sealed.value,
      firstName: member.firstName
    };
  }
};
