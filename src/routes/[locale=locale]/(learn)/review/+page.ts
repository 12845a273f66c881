import { locales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { loadCatalogue } from '$lib/learning/load';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const { locale } = await parent();
  await loadMessages(locale, ['review', 'aloud']);
  return loadCatalogue(fetch, params.locale);
};
