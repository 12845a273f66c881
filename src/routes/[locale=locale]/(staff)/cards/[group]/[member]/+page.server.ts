import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { pictureCodeSchema } from '$lib/access/picture-code';
import { setPictureCode } from '$lib/access/picture-codes.server';
import { groupInReach } from '$lib/club/card-desk.server';
import { deskOf, meant } from '$lib/club/desk.server';
import { membersOfGroup } from '$lib/club/members.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

async function personIn(locals: App.Locals, params: { group: string; member: string }) {
  const group = groupInReach(locals, params.group);
  return { group, person: meant(await membersOfGroup(getStore(), group.id), params.member) };
}

export const load: PageServerLoad = async ({ locals, params }) => personIn(locals, params);

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { group, person } = await personIn(locals, params);
    const read = v.safeParse(pictureCodeSchema, (await request.formData()).getAll('picture'));
    if (!read.success) return fail(400, { isFour: false });
    await setPictureCode(deskOf(locals), { member: person.id, pictures: read.output });
    redirect(303, `/${params.locale}/cards/${group.id}`);
  }
};
