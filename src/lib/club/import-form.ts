import { guessColumns, isMeaning, type Columns } from './import-columns';

/** What somebody chose for a file: in the address for the preview, in the form for the taking. */
export interface ImportChoice {
  readonly columns: Columns;
  /** id of a group, or nothing */
  readonly group: string;
  /** lines that are somebody else, though the name is known */
  readonly different: ReadonlySet<number>;
}

interface Asked {
  readonly table: readonly (readonly string[])[];
  /** ids that may be chosen; the first is proposed */
  readonly groups: readonly string[];
}

/** Reads the choice; what was not chosen yet is guessed, what was never offered is left out. */
export function readChoice(fields: URLSearchParams | FormData, { table, groups }: Asked): ImportChoice {
  const guessed = guessColumns(table);
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const head = text('head');
  const group = text('group');
  return {
    columns: {
      hasHead: head === undefined ? guessed.hasHead : head === 'names',
      meanings: guessed.meanings.map((guess, column) => {
        const chosen = text(`column-${column}`) ?? '';
        return isMeaning(chosen) ? chosen : guess;
      })
    },
    group: group !== undefined && groups.includes(group) ? group : (groups[0] ?? ''),
    different: new Set(fields.getAll('different').map(Number))
  };
}
