import { sourceLocale, type Locale } from '../i18n/locales';
import type { WrittenText } from './compile';
import { problemAt, type Problem } from './problem';

/** How a translation stands to the German text of its lesson. */
export interface Translation {
  file: string;
  /** The lesson's id. */
  lesson: string;
  locale: Locale;
  /** fresh: made from the German text as it stands · old: from an earlier one · unstamped: it does not say. */
  state: 'fresh' | 'old' | 'unstamped';
  /** The stamp of the German text as it stands. */
  stamp: string;
  /** In the front matter. */
  line: number;
}

/** Every text that is written after a German one, in the order of the texts. A course without German has none. */
export function translationsOf(texts: readonly WrittenText[]): Translation[] {
  const german = new Map(texts.flatMap((one) => (one.locale === sourceLocale ? [[folderOf(one), one.stamp]] : [])));
  return texts.flatMap((written) => {
    const stamp = german.get(folderOf(written));
    if (written.locale === sourceLocale || stamp === undefined) return [];
    const { file, lesson, locale, text, lines } = written;
    const line = lines.get(text) ?? 1;
    const state = text.from === undefined ? 'unstamped' : text.from === stamp ? 'fresh' : 'old';
    return [{ file, lesson, locale, state, stamp, line }];
  });
}

const folderOf = ({ file }: WrittenText): string => file.slice(0, file.lastIndexOf('/'));

/** Translations that fell behind, and those of which nobody can say (CONTENT.md, rule 10). */
export function staleTranslations(translations: readonly Translation[]): Problem[] {
  return translations.flatMap(({ file, lesson, state, line }) => {
    if (state === 'fresh') return [];
    const remedy = `Look through it, then run npm run check:content -- --stamp ${lesson}.`;
    return [
      state === 'old'
        ? problemAt({ file, line }, 'translation-old', 'The German text has changed since.', remedy)
        : problemAt({ file, line }, 'translation-unstamped', 'It does not say from which German text.', remedy)
    ];
  });
}
