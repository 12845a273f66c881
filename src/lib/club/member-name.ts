/** The longest first name that is taken: some people have several, and use them all. */
export const longestName = 80;

/** Signs that nobody sees and that turn the text around them; joiners stay, Persian and Hindi names need them. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A name as it is kept: one way of writing its letters, no line breaks, nothing unseen. */
export function cleanName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(unseen, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The letter that is kept of a family name: its first capital ("de Boer" is B, "'t Hooft" H), or its first letter where
 * a script has no capitals. Nothing for no name.
 */
export function initialOf(familyName: string): string {
  const name = cleanName(familyName);
  const letter = /\p{Lu}\p{M}*/u.exec(name) ?? /\p{L}\p{M}*/u.exec(name);
  return (letter?.[0] ?? '').toLocaleUpperCase('de').slice(0, 2);
}

export interface FullName {
  readonly firstName: string;
  readonly familyName: string;
}

const titles = /^(frau|herr|fr\.|hr\.|dr\.( med\.)?|prof\.)\s+/i;

/** Takes apart "Berg, Anna" and "Anna Berg". What begins small belongs to the family: "Ludwig van Beethoven". */
export function splitName(text: string): FullName {
  let name = cleanName(text);
  while (titles.test(name)) name = name.replace(titles, '');
  const comma = name.indexOf(',');
  if (comma >= 0) return { firstName: cleanName(name.slice(comma + 1)), familyName: cleanName(name.slice(0, comma)) };
  const words = name.split(' ');
  const small = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const family = small > 0 && small < words.length - 1 ? small : Math.max(1, words.length - 1);
  return { firstName: words.slice(0, family).join(' '), familyName: words.slice(family).join(' ') };
}

/** The same for two ways of writing one name: case and accents do not count. */
export function nameKey(text: string): string {
  return cleanName(text).normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('de');
}

/** Whether a first name, or one of its words, begins so; with the initial behind it, too: "anna b". */
export const isCalled = ({ firstName, initial }: { firstName: string; initial: string }, begins: string): boolean =>
  ` ${nameKey(`${firstName} ${initial}`)}`.includes(` ${nameKey(begins)}`);

/**
 * Whether somebody may be meant in a text: their first name stands there as a word, also as "Annas", or, of a double name,
 * its first part does. Case and accents do not count. There may be two with one name: people have to judge.
 */
export function isNamedIn(text: string, firstName: string): boolean {
  const name = nameKey(firstName);
  const [first = ''] = name.split(/[ -]/);
  const words = nameKey(text);
  return [name, first].some((each) => each.length > 1 && asWord(each).test(words));
}

function asWord(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(^|[^\\p{L}\\p{N}])${plain}([’']?s)?($|[^\\p{L}\\p{N}])`, 'u');
}

/** Those whose name has every word that was typed, or the beginning of it; all for nothing. Case and accents do not count. */
export function namedLike<Named extends { readonly name: string }>(people: readonly Named[], typed: string): Named[] {
  const words = nameKey(typed).split(' ').filter(Boolean);
  return people.filter(({ name }) => {
    const parts = nameKey(name).split(/[ -]/);
    return words.every((word) => parts.some((part) => part.startsWith(word)) || nameKey(name).startsWith(word));
  });
}

/** Whether a spreadsheet would calculate with it instead of showing it. No name begins so. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@]/.test(text);
