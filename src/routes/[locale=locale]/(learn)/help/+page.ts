import { loadHelp } from '$lib/aid/load-aid';
import { locales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent();
  const [help] = await Promise.all([loadHelp(fetch, locale), loadMessages(locale, ['aid'])]);
  return { help };
};
