import Papa from 'papaparse';
import type { Venues } from '$lib/access/facts';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { listGroups } from './groups.server';
import { listMembers } from './members.server';

/** Words at the head of the columns, in the reader's language. The import knows them again. */
export interface ListHeads {
  readonly firstName: string;
  readonly initial: string;
  readonly group: string;
}

/**
 * The members of venues as CSV: a line for each person in each group. With semicolons and a mark of its encoding, as
 * Excel in Germany opens it; what a spreadsheet would calculate with begins with an apostrophe, so that it stays text.
 */
export async function memberList(writer: Writer, { at, heads }: { at: Venues; heads: ListHeads }): Promise<string> {
  const { store } = writer;
  const names = new Map((await listGroups(store, at)).map(({ id, name }) => [id, name]));
  const lines = (await listMembers(store, at)).flatMap(({ firstName, initial, groups }) =>
    (groups.length === 0 ? [''] : groups).map((group) => [firstName, initial, names.get(group) ?? ''])
  );
  noteDeed(writer, { action: 'list.handed-out', subject: 'members/list' });
  const table = [[heads.firstName, heads.initial, heads.group], ...lines];
  return `\ufeff${Papa.unparse(table, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}
