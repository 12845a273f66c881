import type { TFunction } from 'i18next';
import type { CourseSummary } from '../content/lesson';
import { localPath } from '../i18n/context';
import { housePath } from '../i18n/house-pages';
import { localeFacts, type Locale } from '../i18n/locales';

const icon = (file: string, sizes: string, purpose: 'any' | 'maskable') => ({
  src: `/icons/${file}`,
  sizes,
  type: 'image/png',
  purpose
});

/**
 * The web app manifest of a language: what the app is called on a home screen, where it starts and what a long press
 * on its icon offers (https://www.w3.org/TR/appmanifest/). One `id` for all languages: a change of language is no
 * second app.
 * @param courses the language's shelf, in its order
 */
export function appManifest(locale: Locale, t: TFunction, courses: readonly Pick<CourseSummary, 'id' | 'title'>[]) {
  const { lang, dir } = localeFacts[locale];
  const [first] = courses;
  const shortcuts = [
    ...(first ? [{ name: first.title, url: localPath(locale, `/courses/${first.id}`) }] : []),
    { name: t('downloads.page.title'), url: localPath(locale, '/downloads') },
    { name: t('downloads.app.who'), url: housePath(locale, '/who') }
  ];
  return {
    id: '/',
    name: t('common.app.name'),
    short_name: t('common.app.name'),
    description: t('downloads.app.description'),
    lang,
    dir,
    start_url: localPath(locale, '/'),
    scope: '/',
    display: 'standalone',
    // --paper of the light theme: what stands on the screen while the app opens.
    background_color: '#f8f5ee',
    theme_color: '#f8f5ee',
    categories: ['education'],
    icons: [
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('maskable-512.png', '512x512', 'maskable')
    ],
    shortcuts
  };
}
