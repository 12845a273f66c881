import { isHouseLocale, isLocale, type Locale } from '../i18n/locales';

/** The server's pages that everybody must reach, with the operator's own words in them. */
export const publicPages = ['imprint', 'privacy', 'accessibility', 'report-barrier'] as const;

/** What a page needs to open without a network. */
export type Address =
  /** The bare address, which leads to the start page of a language. */
  | { kind: 'root' }
  /** Nothing but the app: its data is in IndexedDB, or it has none. */
  | { kind: 'app'; locale: Locale }
  /** The app and the code of the family's agreement, which most learners never need. */
  | { kind: 'family'; locale: Locale }
  /** The app and the help for parents: what to do when something has happened, addresses, cards about games. */
  | { kind: 'help'; locale: Locale }
  /** The app and the guides: for who opened one, or loaded a course that leads to one. */
  | { kind: 'guides'; locale: Locale }
  /** The app and the files of the room: groups, meetings, name tiles. */
  | { kind: 'club'; locale: Locale }
  | { kind: 'course'; locale: Locale; course: string }
  | { kind: 'lesson'; locale: Locale; course: string; lesson: string }
  | { kind: 'public'; locale: Locale }
  /** The server alone can answer: office, sign-in, an unknown address. */
  | { kind: 'server'; locale?: Locale };

const appPages = new Set(['', 'downloads', 'review', 'search', 'settings', 'status', 'shell', 'words']);
const clubPages = new Set(['club', 'door', 'who', 'enrol', 'card', 'me']);
/** A page that lists what there is, and one page below it for each. */
const shelves = new Map<string, 'app' | 'guides' | 'help'>([
  ['paths', 'app'],
  ['my-learning', 'app'],
  ['guides', 'guides'],
  ['help', 'help'],
  ['games', 'help']
]);
/** What a family's language lacks, the server opens in another. */
const isLacking = (locale: Locale, page: string): boolean =>
  !isHouseLocale(locale) && (clubPages.has(page) || page === 'guides' || page === 'paths');
/** The agreement, and below it the family's week and the plan to learn by. */
const isOfFamily = (page: string, below?: string, deeper?: string): boolean =>
  page === 'family' && (below === undefined || ((below === 'week' || below === 'plan') && deeper === undefined));
const isPublic = (page: string): boolean => publicPages.some((one) => one === page);

/**
 * Sorts the address of a page by what it needs offline.
 * @param pathname without query and hash, as in `/de/courses/tablet-basics`
 */
export function addressOf(pathname: string): Address {
  const [locale, page = '', course, lesson, ...deeper] = pathname.split('/').filter((part) => part !== '');
  if (locale === undefined) return { kind: 'root' };
  if (!isLocale(locale)) return { kind: 'server' };
  if (isLacking(locale, page)) return { kind: 'server', locale };
  if (clubPages.has(page)) return { kind: 'club', locale };
  if (page === 'courses' && course !== undefined && deeper.length === 0)
    return lesson === undefined ? { kind: 'course', locale, course } : { kind: 'lesson', locale, course, lesson };
  const shelf = shelves.get(page);
  if (shelf && lesson === undefined) return { kind: shelf, locale };
  if (isOfFamily(page, course, lesson)) return { kind: 'family', locale };
  if (course !== undefined) return { kind: 'server', locale };
  if (appPages.has(page)) return { kind: 'app', locale };
  return isPublic(page) ? { kind: 'public', locale } : { kind: 'server', locale };
}

/** The one document that opens every page of a language from what the device holds. */
export const shellAddress = (locale: Locale): string => `/${locale}/shell`;

/** Where somebody lands whose wanted page is not on the device. It lists what is. */
export const fallbackAddress = (locale: Locale, wanted: string): string =>
  `${shellAddress(locale)}?wanted=${encodeURIComponent(wanted)}`;

/** A page of this site to try again, from what stands after `?wanted=`; nothing where that leads elsewhere. */
export function wantedPage(search: string): string | undefined {
  const wanted = new URLSearchParams(search).get('wanted');
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : undefined;
}
