import type { TFunction } from 'i18next';
import { localeFacts, type Locale } from './locales';
import { openDictionary, type Dictionary } from './messages';
import type { MessageTree } from './translate';

/** By language and area, under the same keys: the texts that say "Sie" to everybody else. A language may have none. */
const files = import.meta.glob<MessageTree>('./messages/*/du/*.json', { import: 'default' });
const dictionaries = new Map<Locale, Promise<Dictionary>>();

/**
 * The translator of pages that say "du" to their reader. Its own words come with the pages that need them.
 * @param t what everybody is told
 * @param practices the kinds of practice that the page may show
 */
export async function loadFamiliar(locale: Locale, t: TFunction, practices: readonly string[]): Promise<TFunction> {
  const known = dictionaries.get(locale) ?? openDictionary(localeFacts[locale].lang);
  dictionaries.set(locale, known);
  const own = await known;
  const kinds = practices.length > 0 ? ['practice', ...practices.map((kind) => `practice-${kind}`)] : [];
  await Promise.all(
    ['learning', 'helping', 'notes', 'downloads', 'guides', ...kinds].map(async (area) => {
      const load = files[`./messages/${locale}/du/${area}.json`];
      if (load) own.add({ [area]: await load() });
    })
  );
  return familiar(own.t, t);
}

/** What `own` says; where it has no text, what everybody is told. Both return the key where there is none. */
export function familiar(own: TFunction, t: TFunction): TFunction {
  const say = (key: string, options: Readonly<Record<string, unknown>> = {}): unknown => {
    const text: unknown = own(key as never, options);
    return text === key ? t(key as never, options) : text;
  };
  // It answers as the two do, so it may carry their type, which knows every key.
  return say as unknown as TFunction;
}
