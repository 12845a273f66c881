import { houseLocales, isLocale, type Locale } from '../i18n/locales';
import type { WrittenText } from './compile';
import { systems } from './guide';
import { readGuideText, type GuideText } from './guide-text';
import type { Audience } from './lesson';
import type { WholeFacts } from './lesson-facts';
import type { Lines } from './markdown';
import { problemAt, type Problem } from './problem';
import { guideSchema, type GuideFacts } from './schemas';
import { sourceStamp } from './source-stamp';
import { baseName, filesIn, foldersIn, type Sources } from './sources';
import { readYaml } from './yaml-file';

interface GuidesQuestion {
  sources: Sources;
  /** Every lesson that could be read. */
  facts: readonly WholeFacts[];
  /** The language files of lessons. */
  texts: readonly WrittenText[];
  /** Whether those are all lessons there are. */
  whole: boolean;
  /** Takes the mistakes. */
  problems: Problem[];
}

/** A language's file of a guide, for the checks of language. */
export interface WrittenGuide {
  file: string;
  locale: Locale;
  text: GuideText;
  lines: Lines;
  /** The stamp of this file, as translations made from it carry it. */
  stamp: string;
}

/** A guide with all its languages. */
export interface CompiledGuide {
  file: string;
  facts: GuideFacts;
  /** That of its first lesson. */
  audience: Audience;
  lineOf: (path: readonly (string | number)[]) => number;
  written: WrittenGuide[];
}

/** Reads `guides/<id>/`. A guide is there in every language in which one of its lessons is. */
export function readGuides(question: GuidesQuestion): CompiledGuide[] {
  const { sources, facts, whole, problems } = question;
  return foldersIn(sources, 'guides').flatMap((name) => {
    const folder = `guides/${name}`;
    const file = `${folder}/guide.yaml`;
    const text = sources.get(file);
    if (text === undefined) {
      problems.push(problemAt({ file, line: 1 }, 'file-missing', `The guide "${name}" has no guide.yaml.`));
      return [];
    }
    const { value, lineOf, problems: mistakes } = readYaml(guideSchema, { file, text });
    problems.push(...mistakes);
    if (!value) return [];
    const say = (path: (string | number)[], code: Problem['code'], message: string): void =>
      void problems.push(problemAt({ file, line: lineOf(path) }, code, message));
    if (value.id !== name) say(['id'], 'reference-unknown', `The id "${value.id}" is not the folder's name "${name}".`);
    for (const [index, id] of value.lessons.entries()) {
      if (value.lessons.indexOf(id) < index) say(['lessons', index], 'duplicate-id', `"${id}" is there twice.`);
      else if (whole && !facts.some((lesson) => lesson.value.id === id))
        say(['lessons', index], 'reference-unknown', `There is no lesson "${id}".`);
    }
    const audience = facts.find((lesson) => lesson.value.id === value.lessons[0])?.value.audience ?? 'seniors';
    return [{ file, facts: value, audience, lineOf, written: readLanguages(question, folder, value) }];
  });
}

function readLanguages(
  { sources, texts, problems }: GuidesQuestion,
  folder: string,
  facts: GuideFacts
): WrittenGuide[] {
  // Families' own languages have no pages of guides (docs/decisions/0042).
  const needed = houseLocales.filter((locale) =>
    texts.some((text) => text.locale === locale && facts.lessons.includes(text.lesson))
  );
  for (const locale of needed.filter((one) => !sources.has(`${folder}/${one}.md`))) {
    const message = `${folder}/${locale}.md is missing: a lesson of this guide is written in "${locale}".`;
    problems.push(problemAt({ file: `${folder}/guide.yaml`, line: 1 }, 'language-missing', message, 'Write the file.'));
  }
  return filesIn(sources, folder, '.md').flatMap((file) => {
    const locale = baseName(file);
    if (!isLocale(locale)) {
      problems.push(problemAt({ file, line: 1 }, 'file-unused', `There is no language "${locale}".`));
      return [];
    }
    const source = sources.get(file) ?? '';
    const { text, lines, problems: mistakes } = readGuideText(file, source);
    problems.push(...mistakes, ...differences(facts, { file, text, lines }));
    return [{ file, locale, text, lines, stamp: sourceStamp(source) }];
  });
}

/** What `guide.yaml` names has steps in the text, and the other way round. */
function differences(
  { ways }: GuideFacts,
  { file, text, lines }: Pick<WrittenGuide, 'file' | 'text' | 'lines'>
): Problem[] {
  return systems.flatMap((system) => {
    const way = text.ways.find((one) => one.system === system);
    const place = { file, line: lines.get(way ?? text) ?? 1 };
    if (ways[system] && !way)
      return [problemAt(place, 'guide-shape', `There is no "## ${system}", which guide.yaml names.`)];
    if (way && !ways[system])
      return [
        problemAt(place, 'guide-shape', `guide.yaml does not name "${system}".`, `Add "${system}:" below "ways:".`)
      ];
    return [];
  });
}
