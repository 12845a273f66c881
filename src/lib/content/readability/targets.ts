import type { FamilyLocale, Locale } from '../../i18n/locales';
import type { TrainerLanguage } from '../trainer-page';
import type { Measures } from './measures';

/** A bound for a lesson's whole text in one language. */
interface Gate {
  measure: keyof Measures;
  name: string;
  atLeast?: number;
  atMost?: number;
}

/** What a language level allows a sentence. */
export interface SentenceLevel {
  locale: Locale;
  /** More words in a sentence than this are an error; more than `longish` a warning. */
  longest: number;
  longish: number;
  /** Commas a sentence may have. */
  commas: number;
  /** Letters of a word without a hyphen. */
  wordLetters: number;
  /**
   * strict, the easy level: too many commas, long words and special signs are errors · plain: they are warnings ·
   * free: signs, negations and style are the author's own.
   */
  manner: 'strict' | 'plain' | 'free';
}

/** What a language level allows a lesson. */
export interface Level extends SentenceLevel {
  /** Sentences of a step before its task: more than the first are a warning, more than the second an error. */
  stepSentences: readonly [wanted: number, most: number];
  gates: readonly Gate[];
}

/** Families' languages have no formula of ours: the length of sentences and steps alone is held. */
const family = (locale: FamilyLocale, longest: number): Level => ({
  locale,
  longest,
  longish: longest - 1,
  commas: 2,
  wordLetters: 22,
  manner: 'free',
  stepSentences: [3, 4],
  gates: []
});

/** The targets of READABILITY.md, one entry a language. */
export const levels: Record<Locale, Level> = {
  tr: family('tr', 16),
  uk: family('uk', 17),
  ar: family('ar', 17),
  ru: family('ru', 17),
  de: {
    locale: 'de',
    longest: 14,
    longish: 11,
    commas: 1,
    wordLetters: 18,
    manner: 'plain',
    stepSentences: [3, 4],
    gates: [
      { measure: 'meanSentence', name: 'mean sentence in words', atMost: 9 },
      { measure: 'amstad', name: 'Amstad', atLeast: 70 },
      { measure: 'wiener', name: 'Wiener Sachtextformel 1', atMost: 5 },
      { measure: 'lix', name: 'LIX', atMost: 34 },
      { measure: 'negationShare', name: 'negations in % of words', atMost: 6 }
    ]
  },
  'de-simple': {
    locale: 'de-simple',
    longest: 10,
    longish: 8,
    commas: 0,
    wordLetters: 13,
    manner: 'strict',
    stepSentences: [5, 6],
    gates: [
      { measure: 'meanSentence', name: 'mean sentence in words', atMost: 7 },
      { measure: 'amstad', name: 'Amstad', atLeast: 78 },
      { measure: 'wiener', name: 'Wiener Sachtextformel 1', atMost: 3.5 },
      { measure: 'lix', name: 'LIX', atMost: 28 },
      { measure: 'negationShare', name: 'negations in % of words', atMost: 4 }
    ]
  },
  en: {
    locale: 'en',
    longest: 16,
    longish: 13,
    commas: 1,
    wordLetters: 18,
    manner: 'plain',
    stepSentences: [3, 4],
    gates: [
      { measure: 'meanSentence', name: 'mean sentence in words', atMost: 10 },
      { measure: 'fleschEase', name: 'Flesch Reading Ease', atLeast: 75 },
      { measure: 'fleschGrade', name: 'Flesch-Kincaid grade', atMost: 5 }
    ]
  }
};

/** What pages for trainers keep to: they are read in peace, by adults who chose to teach. */
export const trainerLevels: Record<TrainerLanguage, SentenceLevel> = {
  de: { locale: 'de', longest: 22, longish: 20, commas: 4, wordLetters: 24, manner: 'free' },
  en: { locale: 'en', longest: 24, longish: 22, commas: 4, wordLetters: 24, manner: 'free' }
};

/** The gates that a text misses, in words: "LIX is 36.2, at most 34". */
export function missedGates(measures: Measures, locale: Locale): string[] {
  return levels[locale].gates.flatMap(({ measure, name, atLeast = -Infinity, atMost = Infinity }) => {
    const value = measures[measure];
    if (value >= atLeast && value <= atMost) return [];
    const bound = value < atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
    return [`${name} is ${value.toFixed(1)}, ${bound}`];
  });
}
