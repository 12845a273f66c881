import type { Locale } from '../i18n/locales';
import type { Word } from './lesson';
import { problemAt, type Problem } from './problem';
import { glossarySchema, type GlossaryFacts } from './schemas';
import { baseName, filesIn, type Sources } from './sources';
import { readYaml } from './yaml-file';

/** The glossary's words by id. */
export type Glossary = ReadonlyMap<string, GlossaryFacts>;

/** Reads `glossary/*.yaml`. A word's id is its file's name. */
export function readGlossary(sources: Sources): { glossary: Glossary; problems: Problem[] } {
  const problems: Problem[] = [];
  const glossary = new Map<string, GlossaryFacts>();
  for (const file of filesIn(sources, 'glossary', '.yaml')) {
    const read = readYaml(glossarySchema, { file, text: sources.get(file) ?? '' });
    problems.push(...read.problems);
    if (!read.value) continue;
    if (read.value.id !== baseName(file)) {
      const message = `The id "${read.value.id}" is not the file's name "${baseName(file)}".`;
      problems.push(
        problemAt({ file, line: read.lineOf(['id']) }, 'reference-unknown', message, 'Make both the same.')
      );
    }
    for (const language of Object.keys(read.value.word)) {
      if (read.value.plain[language]) continue;
      const message = `The word has no explanation in "${language}".`;
      problems.push(
        problemAt({ file, line: read.lineOf(['plain']) }, 'language-missing', message, 'Write it below "plain:".')
      );
    }
    glossary.set(read.value.id, read.value);
  }
  return { glossary, problems };
}

/** A word in one language; undefined where the glossary lacks it. */
export function wordIn(glossary: Glossary, id: string, locale: Locale): Word | undefined {
  const entry = glossary.get(id);
  const word = entry?.word[locale];
  const plain = entry?.plain[locale];
  if (!word || !plain) return undefined;
  const say = entry?.say[locale];
  return { id, word, plain, ...(say && { say }) };
}
