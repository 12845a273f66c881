import type { Columns, Meaning } from './import-columns';
import { cleanName, initialOf, longestName, looksLikeFormula, nameKey, splitName } from './member-name';

/** Somebody who is in the club already. */
export interface Known {
  readonly id: string;
  readonly firstName: string;
  readonly initial: string;
  readonly groups: readonly string[];
}

/** What becomes of a line of the file. `known` and `twice` are asked about; the last three are not taken. */
export type Verdict = 'new' | 'known' | 'twice' | 'no-name' | 'too-long' | 'formula';

export interface ImportLine {
  /** of the file, from 1, as a spreadsheet counts */
  readonly line: number;
  readonly firstName: string;
  readonly initial: string;
  /** id of the group to join, or nothing */
  readonly group: string;
  /** what the file calls a group that is none of ours */
  readonly unknownGroup?: string;
  readonly verdict: Verdict;
  /** who is probably meant */
  readonly same?: string;
}

export interface ImportQuestion {
  readonly table: readonly (readonly string[])[];
  readonly columns: Columns;
  /** id of the group for lines that name none */
  readonly group: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly known: readonly Known[];
}

/** Reads a table as people. What is probably somebody's second entry is found, never decided. */
export function readPeople({ table, columns, group, groups, known }: ImportQuestion): ImportLine[] {
  const byName = Map.groupBy(known, ({ firstName }) => nameKey(firstName));
  const groupIds = new Map(groups.map(({ id, name }) => [nameKey(name), id]));
  const seen = new Set<string>();
  return table.slice(columns.hasHead ? 1 : 0).map((cells, index) => {
    const { firstName, familyName, groupName } = nameIn(cells, columns.meanings);
    const initial = initialOf(familyName);
    const named = groupIds.get(nameKey(groupName));
    const read = {
      line: index + (columns.hasHead ? 2 : 1),
      firstName: firstName.slice(0, longestName),
      initial,
      group: named ?? group,
      ...(groupName !== '' && named === undefined ? { unknownGroup: groupName.slice(0, longestName) } : {})
    };
    const wrong = problemOf(firstName);
    if (wrong) return { ...read, verdict: wrong };
    const key = `${nameKey(firstName)}|${nameKey(familyName)}`;
    if (seen.has(key)) return { ...read, verdict: 'twice' };
    seen.add(key);
    const same = sameAs(byName.get(nameKey(firstName)) ?? [], read);
    return same ? { ...read, verdict: 'known', same: same.id } : { ...read, verdict: 'new' };
  });
}

function nameIn(cells: readonly string[], meanings: readonly Meaning[]) {
  const cell = (meaning: Meaning): string => {
    const column = meanings.indexOf(meaning);
    return column < 0 ? '' : cleanName(cells[column] ?? '');
  };
  const whole = splitName(cell('whole-name'));
  return {
    firstName: cell('first-name') || whole.firstName,
    familyName: cell('initial') || cell('family-name') || whole.familyName,
    groupName: cell('group')
  };
}

function problemOf(firstName: string): Verdict | undefined {
  if (firstName === '') return 'no-name';
  if (firstName.length > longestName) return 'too-long';
  return looksLikeFormula(firstName) ? 'formula' : undefined;
}

/** Of those who are called so, the one of the same letter; of several, who is in the group already. */
function sameAs(alike: readonly Known[], { initial, group }: { initial: string; group: string }): Known | undefined {
  const same = alike.filter((one) => one.initial === '' || initial === '' || nameKey(one.initial) === nameKey(initial));
  return same.find(({ groups }) => groups.includes(group)) ?? same[0];
}
