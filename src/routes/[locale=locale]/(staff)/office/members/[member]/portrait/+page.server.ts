import { error } from '@sveltejs/kit';
import { noteHandOut } from '$lib/audit/looks.server';
import { deskOf, venuesOf } from '$lib/club/desk.server';
import { askedPerson } from '$lib/privacy/asked-person.server';
import { namesInPortraits, portraitOf } from '$lib/privacy/portrait.server';
import { getServerSync } from '$lib/rooms.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const desk = deskOf(locals);
  const member = (await askedPerson(desk.store, params.member, venuesOf(locals))) ?? error(404);
  // Who is at another venue as well is not only this office's to hand out.
  if (member.elsewhere) error(403, { message: 'Forbidden', code: 'forbidden' });
  noteHandOut(desk, `person/${member.id}`);
  return {
    member,
    portraits: portraitOf(desk.store, getServerSync().registry, member.id),
    names: namesInPortraits(desk.store)
  };
};
