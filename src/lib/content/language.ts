import type { Locale } from '../i18n/locales';
import type { WrittenText } from './compile';
import { plainText, type Choice, type Sentence } from './lesson';
import type { StepText } from './lesson-text';
import { problemAt, type Problem } from './problem';
import { measure, negationsIn, type Measures } from './readability/measures';
import { levels, missedGates, type Level, type SentenceLevel } from './readability/targets';
import { longestPart, wordsOf } from './readability/words';
import { hardSigns, softSigns, wrongAddress } from './style-de';
import { abbreviationsIn, sentenceRanges } from './sentences';

const avoidedGerman =
  /(?<!\p{L})(?:einfach|kinderleicht|(?:kurz|schnell|eben) mal|nur noch schnell|natürlich|selbstverständlich|User|Nutzer(?:innen|in|n)?)(?!\p{L})/giu;

/** Words that make somebody who is stuck feel small (CONTENT.md, rule 4), and those that make a person a user. */
const avoided: Partial<Record<Locale, RegExp>> = {
  de: avoidedGerman,
  'de-simple': avoidedGerman,
  en: /\b(?:simply|easily|obviously|of course)\b/giu
};

/** Notes a mistake at a line. */
export type Say = (line: number, code: Problem['code'], message: string) => void;

const partnersOf = ({ question }: StepText): Sentence[] =>
  question?.form?.kind === 'match' ? question.form.partners.flat() : [];

const sentencesOfChoice = ({ sentences, feedback, next }: Choice): Sentence[] => [
  ...sentences,
  ...feedback,
  ...(next ? [...next.prompt, ...next.choices.flatMap(sentencesOfChoice)] : [])
];

/** The sentences of a step: text, question, answers, feedback, where they lead, hint. */
export const sentencesOfStep = (step: StepText): Sentence[] => [
  ...step.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : block.items.flat())),
  ...(step.question?.prompt ?? []),
  ...(step.question?.choices.flatMap(sentencesOfChoice) ?? []),
  ...partnersOf(step),
  ...(step.hint ?? []),
  ...(step.alone ?? []),
  ...(step.again ?? [])
];

/** Every sentence of a lesson in one language, headings left out. */
export const sentencesRead = ({ text }: WrittenText): string[] =>
  text.steps.flatMap(sentencesOfStep).map((sentence) => plainText([sentence]));

/** The measures of a whole lesson in one language, headings left out. */
export const measuresOf = (written: WrittenText): Measures => measure(sentencesRead(written), written.locale);

/** Checks the language of a lesson's file: sentences, words, headings, and the readability of the whole. */
export function checkLanguage(written: WrittenText): Problem[] {
  const problems: Problem[] = [];
  const { file, locale, text, lines } = written;
  const level = levels[locale];
  const say: Say = (line, code, message) => void problems.push(problemAt({ file, line }, code, message));
  checkSentences(text.goal, level, lines.get(text) ?? 1, say);
  for (const step of text.steps) {
    const line = lines.get(step) ?? 1;
    if (wordsOf(step.title).length > 6)
      say(line, 'heading-long', `The heading "${step.title}" has ${wordsOf(step.title).length} words.`);
    checkStepLength(step, level, (code, message) => say(line, code, message));
    for (const sentence of sentencesOfStep(step)) {
      const at = lines.get(sentence) ?? line;
      checkSentence(plainText([sentence]), level, at, say);
      const familiar = wrongAddress(plainText([sentence]), locale, written.audience);
      if (familiar) say(at, 'address', `"${plainText([sentence])}" says "${familiar}".`);
    }
    checkAlt(step, level, lines.get(step.picture ?? step) ?? line, say);
  }
  for (const missed of missedGates(measuresOf(written), locale)) say(1, 'readability', `The lesson's ${missed}.`);
  return problems;
}

function checkStepLength(step: StepText, level: Level, say: (code: Problem['code'], message: string) => void): void {
  const count = step.blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.sentences.length : 0), 0);
  const [wanted, most] = level.stepSentences;
  if (count > wanted)
    say(count > most ? 'step-too-long' : 'step-long', `The step has ${count} sentences before its task.`);
}

function checkAlt({ picture }: StepText, level: Level, line: number, say: Say): void {
  for (const [start, end] of sentenceRanges(picture?.alt ?? '')) {
    const count = wordsOf((picture?.alt ?? '').slice(start, end)).length;
    if (count > level.longest)
      say(line, 'sentence-long', `A sentence of the alternative text has ${count} words, at most ${level.longest}.`);
  }
}

/** Checks each sentence of a text that stands on one line. */
export function checkSentences(text: string, level: SentenceLevel, line: number, say: Say): void {
  for (const [start, end] of sentenceRanges(text)) checkSentence(text.slice(start, end), level, line, say);
}

/** Checks one sentence's length, commas, words and signs against its language's level. */
export function checkSentence(sentence: string, level: SentenceLevel, line: number, say: Say): void {
  const quoted = `"${sentence}"`;
  const count = wordsOf(sentence).length;
  if (count > level.longest) say(line, 'sentence-long', `${quoted} has ${count} words, at most ${level.longest}.`);
  else if (count > level.longish)
    say(line, 'sentence-longish', `${quoted} has ${count} words, better at most ${level.longish}.`);
  const commas = sentence.match(/,(?!\d)/gu)?.length ?? 0;
  if (commas > level.commas)
    say(
      line,
      level.manner === 'strict' ? 'comma' : 'commas',
      `${quoted} has ${commas} ${commas === 1 ? 'comma' : 'commas'}.`
    );
  checkWords(sentence, level, (code, message) => say(line, code, message));
  if (level.manner !== 'free') checkManner(sentence, level, line, say);
}

function checkManner(sentence: string, { locale, manner }: SentenceLevel, line: number, say: Say): void {
  const quoted = `"${sentence}"`;
  const signs = [...new Set(sentence.match(/[;§&%()[\]/–—]/gu) ?? [])];
  if (signs.length > 0)
    say(line, manner === 'strict' ? 'special-sign' : 'special-signs', `${quoted} has the sign ${signs.join(' ')}.`);
  const negations = locale === 'en' ? 0 : negationsIn(sentence).length;
  if (negations > 1) say(line, 'negations', `${quoted} negates ${negations} times.`);
  for (const sign of hardSigns(sentence, locale)) say(line, 'style-hard', `${quoted} has ${sign}.`);
  for (const sign of softSigns(sentence, locale)) say(line, 'style-soft', `${quoted} has ${sign}.`);
}

function checkWords(
  sentence: string,
  { locale, wordLetters, manner }: SentenceLevel,
  say: (code: Problem['code'], message: string) => void
): void {
  for (const short of abbreviationsIn(sentence)) say('abbreviation', `"${short}" is an abbreviation.`);
  for (const word of wordsOf(sentence).filter((each) => longestPart(each) > wordLetters)) {
    say(
      manner === 'strict' ? 'word-long' : 'word-longish',
      `"${word}" has ${longestPart(word)} letters in a row, at most ${wordLetters}.`
    );
  }
  for (const [word] of sentence.matchAll(avoided[locale] ?? /(?!)/gu))
    say('word-avoid', `"${sentence}" says "${word}".`);
}
