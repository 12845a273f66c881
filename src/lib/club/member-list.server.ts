import type { Venues } from '$lib/access/facts';
import { noteHandOut } from '$lib/audit/looks.server';
import type { Writer } from '$lib/audit/trail.server';
import { csvText } from './csv.server';
import { listGroups } from './groups.server';
import { listMembers } from './members.server';

/** Words at the head of the columns, in the reader's language. The import knows them again. */
export interface ListHeads {
  readonly firstName: string;
  readonly initial: string;
  readonly group: string;
}

/** The members of venues as CSV: a line for each person in each group. */
export async function memberList(writer: Writer, { at, heads }: { at: Venues; heads: ListHeads }): Promise<string> {
  const { store } = writer;
  const names = new Map((await listGroups(store, at)).map(({ id, name }) => [id, name]));
  const lines = (await listMembers(store, at)).flatMap(({ firstName, initial, groups }) =>
    (groups.length === 0 ? [''] : groups).map((group) => [firstName, initial, names.get(group) ?? ''])
  );
  noteHandOut(writer, 'members/list');
  return csvText([[heads.firstName, heads.initial, heads.group], ...lines]);
}
