import { error, redirect } from '@sveltejs/kit';
import { mergeMembers } from '$lib/club/merge.server';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import { listGroups } from '$lib/club/groups.server';
import { listMembers } from '$lib/club/members.server';
import { nameKey } from '$lib/club/member-name';
import { historyOf } from '$lib/sync/deletion.server';
import { getStore } from '$lib/store/open.server';
import type { Actions, PageServerLoad } from './$types';

/** The person of this page, and who else could be meant; those of the same name first. Who is elsewhere too is for the office of all. */
async function peopleHere(locals: App.Locals, id: string) {
  const everybody = (await listMembers(getStore(), venuesOf(locals))).filter(({ elsewhere }) => !elsewhere);
  const kept = everybody.find((one) => one.id === id) ?? error(404);
  const isAlike = ({ firstName }: { firstName: string }) => nameKey(firstName) === nameKey(kept.firstName);
  const others = everybody.filter((one) => one.id !== id);
  return { kept, others: [...others.filter(isAlike), ...others.filter((one) => !isAlike(one))] };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db } = getStore();
  const { kept, others } = await peopleHere(locals, params.member);
  const names = new Map((await listGroups(getStore(), venuesOf(locals))).map(({ id, name }) => [id, name]));
  const shown = (one: typeof kept) => ({
    ...one,
    groups: one.groups.flatMap((group) => names.get(group) ?? []),
    history: historyOf(db, one.id)
  });
  const other = others.find(({ id }) => id === url.searchParams.get('with'));
  return {
    kept: shown(kept),
    other: other && shown(other),
    others: others.map(({ id, firstName, initial, groups }) => ({
      id,
      firstName,
      initial,
      groups: groups.flatMap((group) => names.get(group) ?? [])
    }))
  };
};

export const actions: Actions = {
  merge: async ({ locals, params, request }) => {
    const { kept, others } = await peopleHere(locals, params.member);
    const { id: person } = meant(others, idIn(await request.formData()));
    const merged = await mergeMembers(deskOf(locals), { person, kept: kept.id });
    if (!merged.ok) error(404);
    redirect(303, `/${params.locale}/office/members/${kept.id}?merged=${person}`);
  }
};
