/** The interface languages, in the order in which they are offered. `de-simple` is the easy level of German. */
export const locales = ['de', 'de-simple', 'en'] as const;

export type Locale = (typeof locales)[number];

interface LocaleFacts {
  /** The language's own name, as people look for it. */
  name: string;
  /** BCP 47 tag for `lang` attributes, Intl and the choice of a voice. */
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** What each language is called, how it is tagged and which way it runs. A new language is one line here and its messages. */
export const localeFacts: Record<Locale, LocaleFacts> = {
  de: { name: 'Deutsch', lang: 'de', dir: 'ltr' },
  'de-simple': { name: 'Besonders einfach', lang: 'de', dir: 'ltr' },
  en: { name: 'English', lang: 'en', dir: 'ltr' }
};

/** The language in which everything is written first. */
export const sourceLocale: Locale = 'de';

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The language that a text names, else the one in which everything is written first. */
export const localeOr = (named: unknown): Locale => (isLocale(named) ? named : sourceLocale);

/** The language in which an address is answered: the one that it names, also where no page has that address. */
export function localeOfPath(pathname: string): Locale {
  const [, first] = pathname.split('/');
  return localeOr(first);
}

/**
 * The language for somebody whose address names none.
 * @param remembered the language chosen last on this device, if any
 * @param accepted the browser's `Accept-Language` header; its quality values are honoured (RFC 9110, 12.5.4)
 */
export function preferredLocale(remembered: string | undefined, accepted: string | null): Locale {
  if (isLocale(remembered)) return remembered;
  const wishes = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
      return { language: tag.split('-')[0], weight: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    const found = locales.find((locale) => locale === language);
    if (found) return found;
  }
  return sourceLocale;
}
