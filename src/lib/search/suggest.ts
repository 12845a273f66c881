import type { WordEntry } from '../content/glossary';
import type { SearchFile } from '../content/search/search-file';
import { fold, wordsIn } from '../content/search/terms';
import type { Locale } from '../i18n/locales';

/** Two words have to share this much to be taken for one another. */
const alikeEnough = 0.34;
const most = 3;

/** For words that were not found: looks for known ones with the same pairs of letters. */
export function suggester({
  locale,
  file,
  words
}: {
  locale: Locale;
  file: SearchFile;
  words: readonly WordEntry[];
}): (query: string) => string[] {
  let offered: { written: string; pairs: Set<string> }[] | undefined;
  const bring = () => {
    const titles = file.lessons.flatMap(({ title, steps }) => [title, ...steps.map((step) => step.title)]);
    const known = new Map<string, string>();
    for (const { word } of words) known.set(fold(word, locale), word);
    for (const { written, term } of titles.flatMap((title) => wordsIn(title, locale)))
      if (written.length > 3 && !known.has(term)) known.set(term, written);
    return [...known].map(([term, written]) => ({ written, pairs: pairsOf(term) }));
  };
  return (query) => {
    offered ??= bring();
    const asked = wordsIn(query, locale).map(({ term }) => pairsOf(term));
    return offered
      .map(({ written, pairs }) => ({ written, share: Math.max(0, ...asked.map((one) => shared(one, pairs))) }))
      .filter(({ share }) => share >= alikeEnough)
      .sort((a, b) => b.share - a.share)
      .slice(0, most)
      .map(({ written }) => written);
  };
}

/** A word's neighbouring letters, its beginning and its end. */
function pairsOf(term: string): Set<string> {
  const text = ` ${term} `;
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

/** Dice's coefficient: 0 nothing in common, 1 the same. */
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
