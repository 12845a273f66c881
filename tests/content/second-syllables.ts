import { dictionary } from 'cmu-pronouncing-dictionary';
import { hyphenateSync } from 'hyphen/de-1996';
import { syllable } from 'syllable';

/**
 * A second way to count syllables, to hold against the first (src/lib/content/readability/syllables-*.ts), which counts
 * vowels by rules of its own. German words are parted by the patterns that TeX learned from hand-parted dictionaries; English
 * words are looked up in the dictionary of spoken sounds of Carnegie Mellon University.
 */
export const secondCount = { de: remembered(germanSyllables), en: remembered(englishSyllables) };

/** The lessons say a few thousand words again and again. */
function remembered(count: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const counted = known.get(word) ?? count(word);
    known.set(word, counted);
    return counted;
  };
}

const partsOf = (word: string): string[] => word.split(/[-‑'’]/u).filter(Boolean);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What of an abbreviation is spelled out: all of SMS, the W of WLAN, nothing of PIN; undefined where it is a word. */
const spelledIn = (part: string): string | undefined =>
  /^\p{Lu}{2,5}$/u.test(part) ? part.replace(/[^AEIOU][AEIOU][^AEIOU]$/u, '') : undefined;

/** Each letter has a name of one syllable, but for one in each language; what is not spelled is one more. */
const lettersIn = (part: string, spelled: string, long: string): number =>
  spelled.length + 2 * (spelled.split(long).length - 1) + (spelled === part ? 0 : 1);

function germanSyllables(word: string): number {
  return sum(partsOf(word).map(germanPart)) || 1;
}

function germanPart(part: string): number {
  if (/^\p{N}/u.test(part)) return sum(numbersIn(part).map((number) => germanSyllables(germanNumber(number))));
  const spelled = spelledIn(part);
  if (spelled !== undefined) return lettersIn(part, spelled, 'Y');
  const lower = part.toLowerCase();
  // Borrowed words that are spoken as in English.
  const known = dictionary[lower];
  if (borrowed.test(lower) && known !== undefined) return soundsIn(known);
  const parted = hyphenateSync(lower, { hyphenChar: '-', minWordLength: 2 });
  return sum(parted.split('-').map(nucleiIn)) + (/(?:mili|lini|feri|medi|fami)e[nr]?$/u.test(lower) ? 1 : 0);
}

const borrowed =
  /^(?:apps?|games?|teams?|mails?|sites?|codes?|links?|likes?|chats?|phones?|screens?|homepage|cookies?|online|website|updates?|smartphones?)$/u;

/** TeX leaves no single letter alone (o|der, neu|e, Vide|o): what it keeps in one piece is counted here. */
function nucleiIn(piece: string): number {
  const runs = piece.replace(/qu/gu, 'q').match(/[aeiouyäöü]+/gu) ?? [];
  return Math.max(1, sum(runs.map((run) => (/^(?:eo|i[auo]|u[ao]|ea)$|^.{3}/u.test(run) ? 2 : 1))));
}

const germanOnes = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const germanTens = 'null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');

/** A number in words with hyphens, as in "vier-und-zwanzig"; above 99 by its parts. */
function germanNumber(value: number): string {
  const [ones, tens] = [germanOnes[value % 10] ?? '', germanTens[Math.floor(value / 10) % 10] ?? ''];
  if (value <= 12) return germanOnes[value] ?? '';
  if (value < 20) return `${ones}-zehn`;
  if (value < 100) return value % 10 === 0 ? tens : `${ones}-und-${tens}`;
  return largeNumber(value, germanNumber, ['hundert', 'tausend']);
}

function englishSyllables(word: string): number {
  const known = dictionary[word.toLowerCase().replaceAll('’', "'")];
  if (known !== undefined && spelledIn(word) === undefined) return soundsIn(known);
  return sum(partsOf(word.replace(/['’]s$/u, '')).map(englishPart)) || 1;
}

function englishPart(part: string): number {
  if (/^\p{N}/u.test(part)) return sum(numbersIn(part).map((number) => englishSyllables(englishNumber(number))));
  const spelled = spelledIn(part);
  if (spelled !== undefined) return lettersIn(part, spelled, 'W');
  const known = dictionary[part.toLowerCase()];
  return known === undefined ? Math.max(1, syllable(part)) : soundsIn(known);
}

/** Vowels carry a digit, their stress: "V IH1 D IY0 OW2". */
const soundsIn = (spoken: string): number => spoken.replace(/\D/gu, '').length;

const englishOnes =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  );
const englishTens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function englishNumber(value: number): string {
  if (value < 20) return englishOnes[value] ?? '';
  if (value < 100) {
    const tens = englishTens[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? tens : `${tens}-${englishOnes[value % 10] ?? ''}`;
  }
  return largeNumber(value, englishNumber, ['hundred', 'thousand']);
}

function largeNumber(value: number, spoken: (part: number) => string, [hundred, thousand]: [string, string]): string {
  const [unit, word] = value < 1000 ? [100, hundred] : [1000, thousand];
  const rest = value % unit;
  return [spoken(Math.floor(value / unit)), word, ...(rest === 0 ? [] : [spoken(rest)])].join('-');
}

/** "10:30" is two numbers, "1.900" is one. */
const numbersIn = (part: string): number[] =>
  (part.replace(/(?<=\p{N})[.,](?=\p{N}{3})/gu, '').match(/\p{N}+/gu) ?? []).map(Number);
