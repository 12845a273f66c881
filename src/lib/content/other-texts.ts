import { isLocale, type Locale } from '../i18n/locales';
import { checkSentences, type Say } from './language';
import { problemAt, type Problem } from './problem';
import { levels } from './readability/targets';
import { courseSchema, glossarySchema, pathSchema } from './schemas';
import { baseName, filesIn, foldersIn, type Sources } from './sources';
import { readYaml, textsIn } from './yaml-file';

/** Checks the sentences that stand outside lessons: a course's summary, the glossary's explanations, the wishes of paths,
 * the scenes' words. */
export function checkOtherTexts(sources: Sources): Problem[] {
  const problems: Problem[] = [];
  const sayIn =
    (file: string): Say =>
    (line, code, message) =>
      void problems.push(problemAt({ file, line }, code, message));
  for (const file of foldersIn(sources, 'courses').map((name) => `courses/${name}/course.yaml`)) {
    const { value, lineOf } = readYaml(courseSchema, { file, text: sources.get(file) ?? '' });
    checkByLanguage(value?.summary, (locale) => lineOf(['summary', locale]), sayIn(file));
  }
  for (const file of filesIn(sources, 'glossary', '.yaml')) {
    const { value, lineOf } = readYaml(glossarySchema, { file, text: sources.get(file) ?? '' });
    checkByLanguage(value?.plain, (locale) => lineOf(['plain', locale]), sayIn(file));
  }
  for (const file of filesIn(sources, 'paths', '.yaml')) {
    const { value, lineOf } = readYaml(pathSchema, { file, text: sources.get(file) ?? '' });
    checkByLanguage(value?.title, (locale) => lineOf(['title', locale]), sayIn(file));
  }
  for (const file of [...sources.keys()].filter((path) => path.startsWith('scenes/'))) {
    const locale = baseName(file);
    if (!isLocale(locale)) continue;
    for (const { text, line } of textsIn(sources.get(file) ?? ''))
      checkSentences(text, levels[locale], line, sayIn(file));
  }
  return problems;
}

function checkByLanguage(
  texts: Record<string, string> | undefined,
  lineOf: (locale: Locale) => number,
  say: Say
): void {
  for (const [language, text] of Object.entries(texts ?? {})) {
    if (isLocale(language)) checkSentences(text, levels[language], lineOf(language), say);
  }
}
