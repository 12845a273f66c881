import { createContext } from 'svelte';
import type { TFunction } from 'i18next';
import type { Locale } from './locales';

export interface I18n {
  /** The text for a key, in the language of the page. */
  t: TFunction;
  locale: Locale;
  /** The address of a page of the product in this language: `path('/who')` is `/de/who`. */
  path: (to: string) => string;
}

/** The language of the page. A change of language loads the page anew, so nothing here has to be reactive. */
export const [useI18n, provideI18n] = createContext<I18n>();

/** Puts the language before an address of the product. */
export const localPath = (locale: Locale, to: string): string => `/${locale}${to === '/' ? '' : to}`;
