import { nameKey } from './member-name';

/** What a column of a file may mean. Everything else in the file is not taken. */
export const meanings = ['nothing', 'first-name', 'family-name', 'whole-name', 'initial', 'group'] as const;
export type Meaning = (typeof meanings)[number];

export const isMeaning = (text: string): text is Meaning => meanings.some((meaning) => meaning === text);

/** How a file is to be read. */
export interface Columns {
  /** the first line names the columns */
  readonly hasHead: boolean;
  /** by column */
  readonly meanings: readonly Meaning[];
}

/** Heads of lists that are about, in the order of trust. Without accents and in small letters. */
const heads: readonly (readonly [RegExp, Meaning])[] = [
  [/^(nachname|familienname|zuname|name)[ ,;/]+(und )?vorname/, 'whole-name'],
  [/^vorname[ ,;/]+(und )?(nachname|name|familienname)/, 'whole-name'],
  [/^(vorname|rufname|first ?name|given ?name|forename)/, 'first-name'],
  [/^(nachname|familienname|zuname|last ?name|surname|family ?name)/, 'family-name'],
  [/^(anfangsbuchstabe|initial)/, 'initial'],
  [/^(gruppe|gruppen|kurs|group|groups)$/, 'group'],
  [/^(name|teilnehmer|teilnehmende|teilnehmerin|person|full ?name|voller name)/, 'whole-name']
];

const ofHead = (cell: string): Meaning => heads.find(([head]) => head.test(nameKey(cell)))?.[1] ?? 'nothing';

/** What the columns probably mean. Somebody looks at it before anything is taken. */
export function guessColumns(table: readonly (readonly string[])[]): Columns {
  const width = Math.max(0, ...table.map(({ length }) => length));
  const named = Array.from({ length: width }, (_, column) => ofHead(table[0]?.[column] ?? ''));
  if (named.every((meaning) => meaning === 'nothing')) return { hasHead: false, meanings: ofNameless(table, width) };
  const hasFirst = named.includes('first-name');
  const found = new Set<Meaning>();
  const once = named.map((meaning): Meaning => {
    // Beside "Vorname", a column "Name" is the family's.
    const meant = meaning === 'whole-name' && hasFirst ? 'family-name' : meaning;
    if (found.has(meant)) return 'nothing';
    found.add(meant);
    return meant;
  });
  return { hasHead: true, meanings: once };
}

/** Without heads: "Berg, Anna" in one column, or the first two columns as first name and family name. */
function ofNameless(table: readonly (readonly string[])[], width: number): Meaning[] {
  const columns = Array.from({ length: width }, (): Meaning => 'nothing');
  const isWhole = width === 1 || table.slice(0, 20).every(([first = '']) => /[, ]/.test(first.trim()));
  if (isWhole) return columns.with(0, 'whole-name');
  return columns.with(0, 'first-name').with(1, 'family-name');
}
