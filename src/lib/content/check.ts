import type { Locale } from '../i18n/locales';
import { compile, type Compiled, type CompileOptions } from './compile';
import { coverageOf, type Coverage } from './coverage';
import { checkHelp, helpTexts } from './for-parents/check-help';
import { checkGuide } from './guide-language';
import { checkLanguage, measuresOf } from './language';
import { levelProblems } from './levels';
import type { WholeFacts } from './lesson-facts';
import { checkOtherTexts } from './other-texts';
import { problemAt, sortedProblems, type Problem } from './problem';
import type { Measures } from './readability/measures';
import { repeatedFeedback } from './repeated-feedback';
import { requiresCircles } from './requires-circle';
import { foldersIn, type Sources } from './sources';
import { checkTrainerPage } from './trainer-language';
import { staleTranslations, translationsOf, type Translation } from './translations';
import { checkWordChoice } from './word-choice';

export interface CheckOptions extends CompileOptions {
  /** Today as YYYY-MM-DD; facts whose review date is past are named. */
  today: string;
}

/** How hard one lesson is in one language. */
export interface LessonStats extends Measures {
  file: string;
  lesson: string;
  locale: Locale;
}

export interface Checked {
  compiled: Compiled;
  /** Sorted by file and line. */
  problems: Problem[];
  stats: LessonStats[];
  /** By competence of DigComp 2.2: its lessons. */
  coverage: Coverage;
  translations: readonly Translation[];
}

/** Finds every mistake in a content folder: of form, of reference, of language. */
export function checkContent(sources: Sources, options: CheckOptions): Checked {
  const compiled = compile(sources, options);
  const { problems, texts, facts, trainerPages, guides } = compiled;
  if (foldersIn(sources, 'courses').length === 0) {
    problems.push(
      problemAt(
        { file: 'courses', line: 1 },
        'file-missing',
        'There is no course.',
        'Name the content folder, or write a course.'
      )
    );
  }
  const help = helpTexts(compiled.help);
  const translations = translationsOf(sources, [...texts, ...help], guides);
  return {
    compiled,
    translations,
    problems: sortedProblems([
      ...problems,
      ...texts.flatMap(checkLanguage),
      ...trainerPages.flatMap(checkTrainerPage),
      ...guides.flatMap((guide) => checkGuide(guide, options.today)),
      ...repeatedFeedback(texts),
      ...checkOtherTexts(sources),
      ...checkHelp(compiled.help, options.today),
      ...checkWordChoice(texts, compiled.glossary),
      ...staleTranslations(translations),
      ...requiresCircles(facts),
      ...unusedScenes(sources, compiled),
      ...(compiled.whole ? levelProblems(sources, options.practices) : []),
      ...facts.flatMap((lesson) => factDates(lesson, options.today))
    ]),
    stats: [...texts, ...help].map((written) => ({
      file: written.file,
      lesson: written.lesson,
      locale: written.locale,
      ...measuresOf(written)
    })),
    coverage: coverageOf(facts)
  };
}

function factDates({ file, value, lineOf }: WholeFacts, today: string): Problem[] {
  return value.facts.flatMap(({ claim, checked, review }, index) => {
    const place = { file, line: lineOf(['facts', index, 'review']) };
    if (!checked || !review)
      return [problemAt(place, 'fact-undated', `"${claim}" does not say when it was checked and when it will be.`)];
    return review < today ? [problemAt(place, 'fact-stale', `"${claim}" was to be checked by ${review}.`)] : [];
  });
}

function unusedScenes(sources: Sources, { facts, whole }: Compiled): Problem[] {
  if (!whole) return [];
  const used = new Set(
    facts.flatMap(({ value }) => value.steps.map(({ practice, scene }) => `scenes/${practice}/${scene}`))
  );
  return foldersIn(sources, 'scenes')
    .flatMap((kind) => foldersIn(sources, `scenes/${kind}`).map((scene) => `scenes/${kind}/${scene}`))
    .filter((folder) => !used.has(folder))
    .map((folder) => problemAt({ file: `${folder}/scene.yaml`, line: 1 }, 'file-unused', 'No lesson uses this scene.'));
}
