/** The languages of every page of the house. `de-simple` is the easy level of German. */
export const houseLocales = ['de', 'de-simple', 'en'] as const;

/** Further languages of the pages that anybody may visit: courses for parents, agreement, help. Staff's pages lack them. */
export const familyLocales = ['tr', 'uk', 'ar', 'ru'] as const;

/** The interface languages, in the order in which they are offered. */
export const locales = [...houseLocales, ...familyLocales] as const;

export type HouseLocale = (typeof houseLocales)[number];
export type FamilyLocale = (typeof familyLocales)[number];
export type Locale = HouseLocale | FamilyLocale;

interface LocaleFacts {
  /** The language's own name, as people look for it. */
  name: string;
  /** BCP 47 tag for `lang` attributes, plural forms and the choice of a voice. */
  lang: string;
  /** The tag for numbers, dates and lists, where it says more: British dates, European digits in Arabic. */
  format?: string;
  dir: 'ltr' | 'rtl';
  /** Whether its lines are written in letters other than Latin ones: then its typefaces are asked for at once. */
  letters?: 'cyrillic' | 'arabic';
}

/** What each language is called, how it is tagged and which way it runs. A new language is one line here and its messages. */
export const localeFacts: Record<Locale, LocaleFacts> = {
  de: { name: 'Deutsch', lang: 'de', dir: 'ltr' },
  'de-simple': { name: 'Besonders einfach', lang: 'de', dir: 'ltr' },
  en: { name: 'English', lang: 'en', format: 'en-GB', dir: 'ltr' },
  tr: { name: 'Türkçe', lang: 'tr', dir: 'ltr' },
  uk: { name: 'Українська', lang: 'uk', dir: 'ltr', letters: 'cyrillic' },
  ar: { name: 'العربية', lang: 'ar', format: 'ar-u-nu-latn', dir: 'rtl', letters: 'arabic' },
  ru: { name: 'Русский', lang: 'ru', dir: 'ltr', letters: 'cyrillic' }
};

/** The tag of a language for Intl. */
export const formatTag = (locale: Locale): string => localeFacts[locale].format ?? localeFacts[locale].lang;

/** The language in which everything is written first. */
export const sourceLocale: HouseLocale = 'de';

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

export const isHouseLocale = (value: unknown): value is HouseLocale => houseLocales.some((locale) => locale === value);

/** The language of a page that only the house has: the one that a text names, else that in which everything is written. */
export const houseLocaleOr = (named: unknown): HouseLocale => (isHouseLocale(named) ? named : sourceLocale);

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
export const preferredLocale = (remembered: string | undefined, accepted: string | null): Locale =>
  isLocale(remembered) ? remembered : (acceptedAmong(locales, accepted) ?? sourceLocale);

/** The same for pages that only the house has, for somebody who came from a language that has none of them. */
export const preferredHouseLocale = (accepted: string | null): HouseLocale =>
  acceptedAmong(houseLocales, accepted) ?? sourceLocale;

function acceptedAmong<Offered extends Locale>(offered: readonly Offered[], accepted: string | null) {
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
    const found = offered.find((locale) => locale === language);
    if (found) return found;
  }
  return undefined;
}
