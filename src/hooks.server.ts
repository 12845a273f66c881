import type { Handle } from '@sveltejs/kit';
import { isLocale, localeFacts, preferredLocale } from '$lib/i18n/locales';

export const handle: Handle = async ({ event, resolve }) => {
  const locale = isLocale(event.params.locale)
    ? event.params.locale
    : preferredLocale(event.cookies.get('locale'), event.request.headers.get('accept-language'));
  const { lang, dir } = localeFacts[locale];
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%locale.lang%', lang)
        .replace('%locale.dir%', dir)
        .replaceAll('%locale%', locale)
        .replace('%boot%', () => __BOOT__)
  });
};
