import type { Locale } from '../../i18n/locales';
import { englishSyllables } from './syllables-en';
import { germanSyllables } from './syllables-de';
import { letterCount, wordsOf } from './words';

/** How hard a text is, by the formulas of READABILITY.md. Shares are percentages of the words. */
export interface Measures {
  sentences: number;
  words: number;
  /** Mean and longest sentence, in words. */
  meanSentence: number;
  longestSentence: number;
  /** Mean syllables a word. */
  syllablesPerWord: number;
  /** Flesch by Amstad, for German: 0 very hard … 100 very easy. */
  amstad: number;
  /** First Wiener Sachtextformel (Bamberger and Vanecek): school years; below 4 outside its calibration. */
  wiener: number;
  /** Läsbarhetsindex (Björnsson 1968): below 30 very easy … above 60 very hard. */
  lix: number;
  /** Flesch Reading Ease, for English: higher is easier. */
  fleschEase: number;
  /** Flesch-Kincaid grade, for English: US school years. */
  fleschGrade: number;
  /** Share of words that negate (German). */
  negationShare: number;
}

const negation =
  /^(?:nicht|nichts|nie|niemals|niemand|niemandem|niemanden|ohne|kein|keine|keinen|keinem|keiner|keines|weder)$/iu;

/** The negating words of a German sentence. */
export const negationsIn = (sentence: string): string[] => wordsOf(sentence).filter((word) => negation.test(word));

/**
 * Measures a text of whole sentences. A text without a word gives zeros.
 * @param sentences each sentence's plain text; headings are left out by the caller
 */
export function measure(sentences: readonly string[], locale: Locale): Measures {
  const lengths = sentences.map((sentence) => wordsOf(sentence).length).filter((length) => length > 0);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.map(locale === 'en' ? englishSyllables : germanSyllables);
  const count = Math.max(1, words.length);
  const share = (matching: number): number => (100 * matching) / count;
  const meanSentence = words.length / Math.max(1, lengths.length);
  const syllablesPerWord = syllables.reduce((sum, each) => sum + each, 0) / count;
  const longWords = share(words.filter((word) => letterCount(word) > 6).length);
  const manySyllables = share(syllables.filter((each) => each >= 3).length);
  const oneSyllable = share(syllables.filter((each) => each === 1).length);
  return {
    sentences: lengths.length,
    words: words.length,
    meanSentence,
    longestSentence: Math.max(0, ...lengths),
    syllablesPerWord,
    amstad: 180 - meanSentence - 58.5 * syllablesPerWord,
    wiener: 0.1935 * manySyllables + 0.1672 * meanSentence + 0.1297 * longWords - 0.0327 * oneSyllable - 0.875,
    lix: meanSentence + longWords,
    fleschEase: 206.835 - 1.015 * meanSentence - 84.6 * syllablesPerWord,
    fleschGrade: 0.39 * meanSentence + 11.8 * syllablesPerWord - 15.59,
    negationShare: share(sentences.flatMap(negationsIn).length)
  };
}
