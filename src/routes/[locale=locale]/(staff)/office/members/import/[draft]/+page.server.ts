import { redirect } from '@sveltejs/kit';
import { deskOf } from '$lib/club/desk.server';
import { importDrafts, readDraft } from '$lib/club/import-desk.server';
import { previewOf } from '$lib/club/import-preview';
import { takeImport } from '$lib/club/imports.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { table, groups, choice, known, lines } = await readDraft(locals, {
    id: params.draft,
    fields: url.searchParams
  });
  const preview = previewOf(lines);
  const asked = new Set(preview.asked.map(({ same }) => same));
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    sample: table.slice(0, 4),
    groups,
    columns: choice.columns,
    group: choice.group,
    preview,
    /** of those who may be meant, the groups, by id */
    groupsOf: Object.fromEntries(
      known
        .filter(({ id }) => asked.has(id))
        .map((one) => [one.id, one.groups.flatMap((group) => nameOf.get(group) ?? []).join(', ')])
    )
  };
};

export const actions: Actions = {
  take: async ({ locals, params, request }) => {
    const desk = deskOf(locals);
    const { lines, choice } = await readDraft(locals, { id: params.draft, fields: await request.formData() });
    const { id } = await takeImport(desk, { lines, different: choice.different });
    importDrafts().forget(params.draft, desk.by);
    redirect(303, `/${params.locale}/office/members/import?taken=${id}`);
  },
  forget: async ({ locals, params }) => {
    importDrafts().forget(params.draft, deskOf(locals).by);
    redirect(303, `/${params.locale}/office/members/import`);
  }
};
