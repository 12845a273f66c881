import { loadMessages } from '$lib/i18n/messages';
import { isLocale, localeOfPath } from '$lib/i18n/locales';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, url }) => {
  // An address that leads nowhere has no parameters, but may name a language.
  const locale = isLocale(params.locale) ? params.locale : localeOfPath(url.pathname);
  return { locale, t: await loadMessages(locale, ['base']) };
};
