import type { Locale } from '../i18n/locales';
import type { Audience } from './lesson';

/** A sign of German that is harder than it need be (READABILITY.md, linter rules). */
interface Sign {
  /** What it is, for the message: `"…" has <name>`. */
  name: string;
  pattern: RegExp;
  /** What it is on the plain level, and on the easy one, where it is not a fault. */
  plain?: 'hint' | 'fine';
  easy?: 'hint';
}

// Infinitives that look like a participle: "Sie werden gehen".
const noParticiple = 'gehen|geben|gewinnen|genießen|gefallen|gehören|geschehen|gelten|gelangen|gestalten|gebrauchen';

// Nouns made of verbs and adjectives, but for those that everybody says.
const everyday =
  'Wohnung|Zeitung|Rechnung|Zahlung|Überweisung|Zeichnung|Einstellung|Übung|Meinung|Kleidung|Sendung|Lieferung|Krankheit';
const abstract = `\\b(?!(?:${everyday})(?:en)?\\b)\\p{Lu}\\p{Ll}{2,}(?:ung|heit|keit|tion|ität)(?:en)?\\b`;

const signs: readonly Sign[] = [
  {
    name: 'officialese',
    pattern:
      /\b(?:zur Verfügung|in Anspruch|im Rahmen|seitens|hinsichtlich|bezüglich|mittels|aufgrund|gemäß|sowie)(?!\p{L})/iu
  },
  { name: '"man"', pattern: /\bman\b/iu },
  { name: 'a gender sign', pattern: /\p{Ll}[*:_]in(?:nen)?\b/u },
  { name: 'a date in digits', pattern: /\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}|\d{4})\b/u },
  { name: 'a Roman number', pattern: /\b(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b/u },
  {
    name: 'a number as a word',
    pattern: /\b(?:dreizehn|vierzehn|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|hundert|tausend)\b/iu
  },
  {
    name: 'a subjunctive',
    pattern: /\b(?:würden?|könnten?|hätten?|wären?|müssten?|dürften?|sollten)\b/iu,
    plain: 'hint'
  },
  {
    name: 'a subordinate clause',
    pattern: /\b(?:obwohl|sofern|indem|wobei|welche[rsmn]?|sodass|nachdem|bevor)\b/u,
    plain: 'fine'
  },
  {
    name: 'a passive',
    pattern: new RegExp(
      `\\b(?:wird|werden|wurden?)\\b.*\\b(?!(?:${noParticiple})\\b)(?:ge\\p{Ll}{2,}(?:t|en)|\\p{Ll}{3,}iert)\\b`,
      'u'
    ),
    plain: 'hint'
  },
  { name: 'a genitive', pattern: /\b(?:des|eines|Ihres|Ihrer eigenen) \p{Lu}\p{Ll}+e?s\b/u, plain: 'hint' },
  {
    name: 'two nouns where verbs would do',
    pattern: new RegExp(`${abstract}.*${abstract}`, 'u'),
    plain: 'hint',
    easy: 'hint'
  }
];

/** What makes a German sentence harder than it need be, in words: "officialese", "a passive". Other languages have none. */
export const hardSigns = (sentence: string, locale: Locale): string[] => signsOf('fault', sentence, locale);

/** What could be said more plainly still, and may stand where it is the plainest word for the thing. */
export const softSigns = (sentence: string, locale: Locale): string[] => signsOf('hint', sentence, locale);

function signsOf(weight: 'fault' | 'hint', sentence: string, locale: Locale): string[] {
  if (locale === 'en') return [];
  return signs
    .filter(({ plain, easy }) => ((locale === 'de-simple' ? easy : plain) ?? 'fault') === weight)
    .filter(({ pattern }) => pattern.test(sentence))
    .map(({ name }) => name);
}

const familiar = /\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b/iu;

/**
 * The word by which a German sentence addresses people otherwise than their audience is addressed; undefined where it does
 * not. Lessons for parents are full of what one says to a child, which no rule tells from what is said to them.
 */
export function wrongAddress(sentence: string, locale: Locale, audience: Audience): string | undefined {
  return locale !== 'en' && audience === 'seniors' ? familiar.exec(sentence)?.[0] : undefined;
}
