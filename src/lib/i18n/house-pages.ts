import { redirect } from '@sveltejs/kit';
import { localPath } from './context';
import { houseLocaleOr, isHouseLocale, type HouseLocale, type Locale } from './locales';

/** Staff's pages, the room's, those of paths through lessons and of guides for one's own device: a family's language has none of them. */
const houseRoute = /\/\((?:staff|club|tablet)\)\/|\/\(learn\)\/(?:guides|paths|parts|practice-examples)(?:\/|$)/;

/** Whether only the languages of the house have this page. @param route its id, as Kit names it */
export const isHousePage = (route: string | null): boolean => houseRoute.test(route ?? '');

/** The same address in another language. @param address begins with a language: `/tr/office?tab=2` */
export const inLanguage = (address: string, locale: Locale): string => address.replace(/^\/[^/?#]*/, `/${locale}`);

/** The address of a page that only the house has, for a link on any page. */
export const housePath = (locale: Locale, to: string): string => localPath(houseLocaleOr(locale), to);

/**
 * The language of a page that only the house has.
 * @throws a redirect to the same page in German, where its address names a family's language
 */
export function houseLocaleAt(locale: Locale, url: URL): HouseLocale {
  if (isHouseLocale(locale)) return locale;
  redirect(307, inLanguage(url.pathname + url.search, houseLocaleOr(locale)));
}
