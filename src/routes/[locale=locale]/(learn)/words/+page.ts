import { loadMessages } from '$lib/i18n/messages';
import { locales } from '$lib/i18n/locales';
import { loadWords } from '$lib/search/load-words';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent();
  const [words] = await Promise.all([loadWords(fetch, locale), loadMessages(locale, ['search'])]);
  return { words };
};
