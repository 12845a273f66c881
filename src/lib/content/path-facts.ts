import { locales, type Locale } from '../i18n/locales';
import type { WrittenText } from './compile';
import type { WholeFacts } from './lesson-facts';
import { problemAt, type Problem } from './problem';
import { pathSchema, type PathFacts } from './schemas';
import { baseName, filesIn, type Sources } from './sources';
import { readYaml } from './yaml-file';

interface PathsQuestion {
  sources: Sources;
  /** Every lesson that could be read. */
  facts: readonly WholeFacts[];
  /** The language files of lessons. */
  texts: readonly WrittenText[];
  /** Whether those are all lessons there are. */
  whole: boolean;
  pictures: ReadonlySet<string> | undefined;
  /** Takes the mistakes. */
  problems: Problem[];
}

/** Reads `paths/*.yaml`, in the order in which the cards are shown. What a way names exists, and nothing comes too early. */
export function readPaths({ sources, facts, texts, whole, pictures, problems }: PathsQuestion): PathFacts[] {
  const byId = new Map(facts.map(({ value }) => [value.id, value]));
  return filesIn(sources, 'paths', '.yaml')
    .flatMap((file) => {
      const { value, lineOf, problems: mistakes } = readYaml(pathSchema, { file, text: sources.get(file) ?? '' });
      problems.push(...mistakes);
      if (!value) return [];
      const say = (path: (string | number)[], code: Problem['code'], message: string): void =>
        void problems.push(problemAt({ file, line: lineOf(path) }, code, message));
      if (value.id !== baseName(file))
        say(['id'], 'reference-unknown', `The id "${value.id}" is not the file's name "${baseName(file)}".`);
      if (pictures && !pictures.has(value.picture))
        say(['picture'], 'picture-unknown', `There is no picture "${value.picture}".`);
      for (const locale of localesOf(value, texts))
        if (!value.title[locale]) say(['title'], 'language-missing', `The title is missing in "${locale}".`);
      for (const [index, id] of value.lessons.entries()) {
        const before = value.lessons.slice(0, index);
        const lesson = byId.get(id);
        if (before.includes(id)) say(['lessons', index], 'duplicate-id', `The lesson "${id}" is there twice.`);
        else if (!lesson && whole) say(['lessons', index], 'reference-unknown', `There is no lesson "${id}".`);
        for (const needed of lesson?.requires ?? [])
          if (!before.includes(needed))
            say(['lessons', index], 'path-order', `"${id}" requires "${needed}", which does not come before it.`);
      }
      return [value];
    })
    .sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
}

/** The languages in which every lesson of a path is written: there it can be gone. */
export const localesOf = ({ lessons }: PathFacts, texts: readonly WrittenText[]): Locale[] =>
  locales.filter((locale) =>
    lessons.every((id) => texts.some((written) => written.lesson === id && written.locale === locale))
  );
