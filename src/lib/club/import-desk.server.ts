import { error } from '@sveltejs/kit';
import { world } from '$lib/base/world';
import { deskOf, venuesOf } from './desk.server';
import { listOpenGroups } from './groups.server';
import { ImportDrafts } from './import-drafts.server';
import { readChoice } from './import-form';
import { readPeople } from './import-people';
import { listMembers } from './members.server';

let kept: ImportDrafts | undefined;

/** The server's one shelf of files that wait for a word. */
export function importDrafts(): ImportDrafts {
  kept ??= new ImportDrafts(world);
  return kept;
}

/** A waiting file as people, by what was chosen for it. The office of some venues finds and takes in only their own. */
export async function readDraft(
  locals: App.Locals,
  { id, fields }: { id: string; fields: URLSearchParams | FormData }
) {
  const { store, by } = deskOf(locals);
  const at = venuesOf(locals);
  const table = importDrafts().find(id, by) ?? error(404);
  const groups = (await listOpenGroups(store, at)).map(({ id: group, name, venueName }) => ({
    id: group,
    name,
    venueName
  }));
  const offered = [...groups.map(({ id: group }) => group), ...(at === 'all' ? [''] : [])];
  const choice = readChoice(fields, { table, groups: offered });
  const known = await listMembers(store, at);
  const lines = readPeople({ table, groups, known, columns: choice.columns, group: choice.group });
  return { table, groups, choice, known, lines };
}
