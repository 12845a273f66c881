import { fail, redirect } from '@sveltejs/kit';
import { deskOf, idIn, meant, venuesOf } from '$lib/club/desk.server';
import type { Done } from '$lib/club/done';
import { importDrafts } from '$lib/club/import-desk.server';
import { listImports, undoImport } from '$lib/club/imports.server';
import { readSpreadsheet } from '$lib/club/spreadsheet.server';
import type { Actions, PageServerLoad } from './$types';

const importsOf = (locals: App.Locals) => {
  const { store, by } = deskOf(locals);
  return listImports(store, { at: venuesOf(locals), by });
};

export const load: PageServerLoad = async ({ locals, url }) => {
  const imports = await importsOf(locals);
  const taken = imports.find(({ id, undone }) => id === url.searchParams.get('taken') && !undone);
  const undo = taken && { action: '?/undo', fields: { id: taken.id } };
  return { imports, done: undo && ({ what: 'import-taken', name: String(taken.people), undo } satisfies Done) };
};

export const actions: Actions = {
  read: async ({ locals, params, request }) => {
    const file = (await request.formData()).get('file');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const table = await readSpreadsheet(bytes);
    if (!table.ok) return fail(400, { problem: table.error });
    const draft = importDrafts().keep(table.value, deskOf(locals).by);
    redirect(303, `/${params.locale}/office/members/import/${draft}`);
  },
  undo: async ({ locals, request }) => {
    const { id } = meant(await importsOf(locals), idIn(await request.formData()));
    const { removed, stayed } = await undoImport(deskOf(locals), id);
    return { done: { what: 'import-undone', name: String(removed) } satisfies Done, stayed };
  }
};
