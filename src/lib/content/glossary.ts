import { localeFacts, type Locale } from '../i18n/locales';
import type { Picture, Word } from './lesson';
import { problemAt, type Problem } from './problem';
import { glossarySchema, type GlossaryFacts } from './schemas';
import { baseName, filesIn, type Sources } from './sources';
import { checkWordPicture, wordPicture } from './word-picture';
import { readYaml } from './yaml-file';

/** The glossary's words by id. */
export type Glossary = ReadonlyMap<string, GlossaryFacts>;

/**
 * Reads `glossary/*.yaml`. A word's id is its file's name.
 * @param pictures the names of coloured pictures; undefined leaves them unchecked
 */
export function readGlossary(
  sources: Sources,
  pictures?: ReadonlySet<string>
): { glossary: Glossary; problems: Problem[] } {
  const problems: Problem[] = [];
  const glossary = new Map<string, GlossaryFacts>();
  const explainedBy = new Map<string, string>();
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
    problems.push(...checkWordPicture(read.value, { file, lineOf: read.lineOf, pictures }));
    for (const [language, spelling] of spellingsOf(read.value)) {
      const key = `${language} ${spelling.toLocaleLowerCase('de')}`;
      const other = explainedBy.get(key) ?? read.value.id;
      explainedBy.set(key, other);
      if (other === read.value.id) continue;
      const message = `"${spelling}" is explained by "${other}", too.`;
      problems.push(problemAt({ file, line: read.lineOf(['forms', language]) }, 'word-twice', message));
    }
    glossary.set(read.value.id, read.value);
  }
  return { glossary, problems };
}

/** Each language with each spelling of a word in it. */
const spellingsOf = ({ word, forms }: GlossaryFacts): [language: string, spelling: string][] =>
  Object.entries(word).flatMap(([language, written]): [string, string][] =>
    [written, ...(forms[language] ?? [])].map((spelling) => [language, spelling])
  );

/** A word as the page of all words and the search have it; its picture comes apart, for the search shows none. */
export interface WordEntry extends Omit<Word, 'picture'> {
  /** Further spellings under which it is met in texts. */
  forms: string[];
  /** What people call it who do not know the word; for the search alone. */
  also: string[];
}

/** All words of a language, in the order of its alphabet. */
export function entriesIn(glossary: Glossary, locale: Locale): WordEntry[] {
  const { compare } = new Intl.Collator(localeFacts[locale].lang);
  return [...glossary.values()]
    .flatMap(({ id, forms, also }) => {
      const word = wordIn(glossary, id, locale);
      if (!word) return [];
      const { picture: _, ...plain } = word;
      return [{ ...plain, forms: forms[locale] ?? [], also: also[locale] ?? [] }];
    })
    .sort((a, b) => compare(a.word, b.word));
}

/** The pictures of a language's words, by the word's id. */
export const picturesOf = (glossary: Glossary, locale: Locale): Record<string, Picture> =>
  Object.fromEntries(
    [...glossary].flatMap(([id, facts]) => {
      const picture = wordPicture(facts, locale);
      return picture ? [[id, picture]] : [];
    })
  );

/** Finds the entry that explains a word of a text, whatever its capitals and its form. */
export function wordFinder(glossary: Glossary, locale: Locale): (text: string) => Word | undefined {
  const bySpelling = new Map(
    entriesIn(glossary, locale).flatMap(({ id, word, forms }) =>
      [...forms, word].map((spelling) => [spelling.toLocaleLowerCase('de'), id])
    )
  );
  return (text) => {
    const id = bySpelling.get(text.trim().toLocaleLowerCase('de'));
    return id === undefined ? undefined : wordIn(glossary, id, locale);
  };
}

/** A word in one language; undefined where the glossary lacks it. */
export function wordIn(glossary: Glossary, id: string, locale: Locale): Word | undefined {
  const entry = glossary.get(id);
  const word = entry?.word[locale];
  const plain = entry?.plain[locale];
  if (!entry || !word || !plain) return undefined;
  const say = entry.say[locale];
  const picture = wordPicture(entry, locale);
  return { id, word, plain, ...(say && { say }), ...(picture && { picture }) };
}
