import { isLocale, sourceLocale, type Locale } from '../i18n/locales';
import type { WrittenText } from './compile';
import type { CompiledGuide } from './guide-facts';
import { problemAt, type Problem } from './problem';
import { sourceStamp, yamlStamp } from './source-stamp';
import type { Sources } from './sources';
import { trainerLanguages } from './trainer-page';

/** How a translation stands to the German text that it says the same as. */
export interface Translation {
  file: string;
  /** What the command that stamps it calls it: its lesson's id, its scene as `<kind>/<scene>`, or `guides/<guide>`. */
  name: string;
  locale: Locale;
  /** fresh: made from the German text as it stands · old: from an earlier one · unstamped: it does not say. */
  state: 'fresh' | 'old' | 'unstamped';
  /** The stamp of the German text as it stands. */
  stamp: string;
  /** Where it says from what it was made, or nearby. */
  line: number;
}

/** Every file that is written after a German one: of lessons, of their pages for trainers, of guides, of scenes. Where there is no German, none. */
export function translationsOf(
  sources: Sources,
  texts: readonly WrittenText[],
  guides: readonly CompiledGuide[]
): Translation[] {
  const written = [
    ...texts.map((one) => ({ ...one, name: one.lesson })),
    ...guides.flatMap((guide) => guide.written.map((one) => ({ ...one, name: `guides/${guide.facts.id}` })))
  ];
  const german = new Map(
    written.flatMap((one) => (one.locale === sourceLocale ? [[folderOf(one.file), one.stamp]] : []))
  );
  const lessons = new Map(texts.map(({ file, lesson }) => [folderOf(file), lesson]));
  return [
    ...written.flatMap(({ file, name, locale, text, lines }) => {
      const stamp = german.get(folderOf(file));
      if (locale === sourceLocale || stamp === undefined) return [];
      return [{ file, name, locale, stamp, state: stateOf(text.from, stamp), line: lines.get(text) ?? 1 }];
    }),
    ...[...sources].flatMap(([file, text]) => yamlTranslation(sources, { file, text, lessons }))
  ];
}

/** Of a scene's texts and of a page for trainers, which carry their stamp as a comment: their fields are read by others. */
function yamlTranslation(
  sources: Sources,
  { file, text, lessons }: { file: string; text: string; lessons: ReadonlyMap<string, string> }
): Translation[] {
  const [, start = '', locale, end = ''] =
    /^(scenes\/[^/]+\/[^/]+\/|courses\/.+\/trainer\.)([a-z-]+)(\.yaml)$/u.exec(file) ?? [];
  const german = sources.get(start + sourceLocale + end);
  // A page for trainers in a language that none of them reads is named elsewhere.
  const isRead = start.startsWith('scenes/') || trainerLanguages.some((language) => language === locale);
  if (!isLocale(locale) || !isRead || locale === sourceLocale || german === undefined) return [];
  const stamp = sourceStamp(german);
  const name = lessons.get(folderOf(file)) ?? file.split('/').slice(1, -1).join('/');
  return [{ file, name, locale, stamp, state: stateOf(yamlStamp(text), stamp), line: 1 }];
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

const stateOf = (said: string | undefined, stamp: string): Translation['state'] =>
  said === undefined ? 'unstamped' : said === stamp ? 'fresh' : 'old';

/** Translations that fell behind, and those of which nobody can say (CONTENT.md, rule 10). */
export function staleTranslations(translations: readonly Translation[]): Problem[] {
  return translations.flatMap(({ file, name, state, line }) => {
    if (state === 'fresh') return [];
    const remedy = `Look through it, then run npm run check:content -- --stamp ${name}.`;
    return [
      state === 'old'
        ? problemAt({ file, line }, 'translation-old', 'The German text has changed since.', remedy)
        : problemAt({ file, line }, 'translation-unstamped', 'It does not say from which German text.', remedy)
    ];
  });
}
