import { sourceLocale, type Locale } from '../../i18n/locales';
import type { WrittenText } from '../compile';
import { readLessonText, type LessonText } from '../lesson-text';
import { readingOf, type Reading } from '../markdown';
import { problemAt, type Problem } from '../problem';
import { sourceStamp } from '../source-stamp';
import { baseName, filesIn, type Sources } from '../sources';
import { checkOrder } from '../step-order';

/** A page of help as its folder holds it: one file a language, all with the same steps. */
interface TextsPlace {
  sources: Sources;
  /** `help/sos/money`. */
  folder: string;
  /** What the command that stamps translations calls it. */
  name: string;
  languages: readonly Locale[];
  steps: readonly string[];
  /** The file that names languages and steps, and the line where it does. */
  named: { file: string; line: number };
  /** Takes the mistakes. */
  problems: Problem[];
}

/** Reads a page's files. They are built as lessons are, of steps with paragraphs and lists, and nothing else. */
export function readTexts({ sources, folder, name, languages, steps, named, problems }: TextsPlace): WrittenText[] {
  for (const file of filesIn(sources, folder, '.md'))
    if (!languages.some((language) => language === baseName(file)))
      problems.push(
        problemAt({ file, line: 1 }, 'file-unused', `${named.file} does not name the language "${baseName(file)}".`)
      );
  return languages.flatMap((locale): WrittenText[] => {
    const file = `${folder}/${locale}.md`;
    const source = sources.get(file);
    if (source === undefined) {
      problems.push(problemAt(named, 'language-missing', `It names "${locale}", but ${file} is missing.`));
      return [];
    }
    const { text, lines, problems: mistakes } = readLessonText(file, source);
    problems.push(...mistakes);
    if (!text) return [];
    const reading = readingOf({ file, text: source, lines, problems });
    checkOrder({ wanted: steps, named: named.file, text, reading });
    onlyText(text, reading);
    return [{ file, locale, lesson: name, audience: 'parents', text, lines, stamp: sourceStamp(source) }];
  });
}

function onlyText({ steps }: LessonText, { lines, say }: Reading): void {
  for (const step of steps)
    for (const block of [step.picture, step.question, step.hint])
      if (block)
        say(
          lines.get(block) ?? 1,
          'markup-unknown',
          `The step "${step.id}" has more than text.`,
          'Help is written in paragraphs and lists alone.'
        );
}

/** The text in a language, else the German one. */
export const textIn = (texts: readonly WrittenText[], locale: Locale): WrittenText | undefined =>
  texts.find((written) => written.locale === locale) ?? texts.find((written) => written.locale === sourceLocale);
