import type { Inline, Sentence } from './lesson';

/** Abbreviations whose points end no sentence, without spaces and in lower case. */
const abbreviations = [
  ...[
    'z.b.',
    'd.h.',
    'u.a.',
    'o.ä.',
    'u.ä.',
    's.o.',
    's.u.',
    'z.t.',
    'i.d.r.',
    'v.a.',
    'bzw.',
    'usw.',
    'ggf.',
    'inkl.',
    'exkl.'
  ],
  ...[
    'evtl.',
    'ca.',
    'etc.',
    'nr.',
    'str.',
    'tel.',
    'dr.',
    'prof.',
    'hr.',
    'fr.',
    'max.',
    'min.',
    'std.',
    'vgl.',
    'sog.',
    'zzgl.'
  ],
  ...['e.g.', 'i.e.', 'mr.', 'mrs.', 'ms.', 'vs.', 'approx.', 'no.', 'st.', 'a.m.', 'p.m.']
];
const months = 'Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

const abbreviationPattern = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:${abbreviations.map((short) => short.slice(0, -1).replaceAll('.', '\\.\\s?')).join('|')})\\.`,
  'giu'
);
// "am 3. Mai", "der 2. Schritt"; a number at a sentence's end ("Es sind 3. Dann …") stays an end.
const ordinalPattern = new RegExp(
  `(?<=\\b(?:am|vom|zum|beim|im|der|die|das|dem|den|des|jede|jeder|jeden|jedes|ihr|ihre|ihren)\\s\\d{1,3})\\.|(?<=\\b\\d{1,2})\\.(?=\\s(?:${months})\\b)`,
  'giu'
);
// An end: sign(s), then closing quotes or brackets, then a space or nothing. A colon ends only at the end of a line.
const endPattern = /(?:[.!?…؟]+["“”«»’)\]]*(?=\s|$))|(?::(?=[ \t]*(?:\n|$)))/gu;

/** Abbreviations as written in a text, for the checker. "No." at a sentence's end and the like are left to the reader. */
export function abbreviationsIn(text: string): string[] {
  const harmless = ['no.', 'st.', 'min.', 'max.', 'fr.', 'str.'];
  return [...text.matchAll(abbreviationPattern)]
    .map(([found]) => found)
    .filter((found) => !harmless.includes(found.toLowerCase()));
}

/**
 * The sentences of a text as [start, end) offsets, outer spaces left out, in order and without overlap.
 * Points of abbreviations, ordinals ("am 3. Mai") and numbers ("1.900") end nothing; a closing quote belongs to the sentence
 * it closes, and a quoted sentence inside another ("… „Löschen?“ und …") ends nothing.
 */
export function sentenceRanges(text: string): [start: number, end: number][] {
  const shielded = text.replace(abbreviationPattern, shield).replace(ordinalPattern, '\u0001');
  const ranges: [number, number][] = [];
  let start = 0;
  const close = (end: number): void => {
    const whole = text.slice(start, end);
    const from = start + (whole.length - whole.trimStart().length);
    const to = start + whole.trimEnd().length;
    if (to > from) ranges.push([from, to]);
    start = end;
  };
  for (const match of shielded.matchAll(endPattern)) {
    const end = match.index + match[0].length;
    const next = shielded
      .slice(end)
      .trimStart()
      .replace(/^["„“»«‚(]+/u, '')
      .charAt(0);
    const goesOn = /\p{Ll}/u.test(next) && !match[0].startsWith(':');
    if (!goesOn) close(end);
  }
  close(text.length);
  return ranges;
}

/** Points of an abbreviation become a sign of the same length that ends nothing. "usw." may close a sentence, so its last one is left before a capital. */
function shield(found: string, offset: number, whole: string): string {
  const after = whole.slice(offset + found.length);
  const mayClose = /^(?:usw|etc|a\.m|p\.m|no|std|min)\.$/iu.test(found) && /^\s+\p{Lu}|^\s*$/u.test(after);
  const inner = found.slice(0, -1).replaceAll('.', '\u0001');
  return inner + (mayClose ? '.' : '\u0001');
}

/** The part of a text's runs between two offsets. */
export function sliceRuns(runs: readonly Inline[], start: number, end: number): Inline[] {
  const parts: Inline[] = [];
  let offset = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    if (text) parts.push({ ...run, text });
    offset += run.text.length;
  }
  return parts;
}

/** A sentence of runs, and where it starts in the text they came from. */
interface FoundSentence {
  sentence: Sentence;
  offset: number;
}

/** Splits runs into sentences; line breaks inside a sentence become spaces. */
export function splitSentences(runs: readonly Inline[]): FoundSentence[] {
  const text = runs.map((run) => run.text).join('');
  return sentenceRanges(text).map(([start, end]) => ({
    offset: start,
    sentence: sliceRuns(runs, start, end).map((run) => ({ ...run, text: run.text.replace(/\s+/gu, ' ') }))
  }));
}
