import type { Locale } from '../i18n/locales';
import { compile, type CompileOptions } from './compile';
import { checkLanguage, measuresOf } from './language';
import type { ReadFacts } from './lesson-facts';
import { problemAt, sortedProblems, type Problem } from './problem';
import type { Measures } from './readability/measures';
import type { LessonFacts } from './schemas';
import { foldersIn, type Sources } from './sources';

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
  /** Sorted by file and line. */
  problems: Problem[];
  stats: LessonStats[];
}

/** Finds every mistake in a content folder: of form, of reference, of language. */
export function checkContent(sources: Sources, options: CheckOptions): Checked {
  const { problems, texts, facts } = compile(sources, options);
  if (foldersIn(sources, 'courses').length === 0) {
    problems.push(problemAt({ file: 'courses', line: 1 }, 'file-missing', 'There is no course.', 'Name the content folder, or write a course.'));
  }
  return {
    problems: sortedProblems([
      ...problems,
      ...texts.flatMap(checkLanguage),
      ...facts.flatMap((lesson) => staleFacts(lesson, options.today))
    ]),
    stats: texts.map((written) => ({ file: written.file, lesson: written.lesson, locale: written.locale, ...measuresOf(written) }))
  };
}

function staleFacts({ file, value, lineOf }: ReadFacts & { value: LessonFacts }, today: string): Problem[] {
  return value.facts.flatMap(({ claim, review }, index) =>
    review < today ? [problemAt({ file, line: lineOf(['facts', index, 'review']) }, 'fact-stale', `"${claim}" was to be checked by ${review}.`)] : []
  );
}
