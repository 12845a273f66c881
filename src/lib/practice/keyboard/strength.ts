/** Why a password is easy to guess; `short` is on a good way. */
type Weakness = 'empty' | 'date' | 'common' | 'repeats' | 'short';

/** Words that stand at the top of every list of stolen passwords, in German and English; small letters. */
const common = [
  'admin',
  'asdf',
  'geheim',
  'hallo',
  'hello',
  'iloveyou',
  'letmein',
  'master',
  'passwort',
  'password',
  'qwertz',
  'qwerty',
  'schatz',
  'secret',
  'sommer',
  'summer',
  'test',
  'willkommen'
];

/** So many words in a row nobody guesses, and everybody can remember them. */
const wordsEnough = 4;
/** With fewer signs than these even a good idea is tried out in a day. */
const signsEnough = 14;
const signsApart = 6;

/** A day or a year, with dots, strokes or without: what a family knows by heart. */
const date = /^\D{0,8}(?:\d{1,2}[./\s-]?\d{1,2}[./\s-]?)?(?:19|20)?\d{2}\D{0,3}$/;

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/**
 * What makes a password weak; undefined where it is strong enough. Length counts, and how many words there are; signs that
 * nobody can remember do not (NIST SP 800-63B, 5.1.1.2).
 */
export function weaknessOf(text: string): Weakness | undefined {
  const password = text.trim();
  if (password === '') return 'empty';
  if (date.test(password)) return 'date';
  const bare = password.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (common.includes(bare)) return 'common';
  if (new Set(password.toLowerCase()).size < signsApart) return 'repeats';
  const isPhrase = new Set(wordsIn(password)).size >= wordsEnough;
  return isPhrase || password.length >= signsEnough ? undefined : 'short';
}

/** How strong a password is, in a word. */
export function strengthOf(text: string): 'none' | 'weak' | 'middle' | 'strong' {
  switch (weaknessOf(text)) {
    case undefined:
      return 'strong';
    case 'empty':
      return 'none';
    case 'short':
      return 'middle';
    default:
      return 'weak';
  }
}
