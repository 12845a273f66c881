import { loadMessages } from '$lib/i18n/messages';
import { isLocale, sourceLocale } from '$lib/i18n/locales';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => {
  const locale = isLocale(params.locale) ? params.locale : sourceLocale;
  return { locale, t: await loadMessages(locale, ['base']) };
};
