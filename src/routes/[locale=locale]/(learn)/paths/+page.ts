import { houseLocales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { loadCatalogue, loadPaths } from '$lib/learning/load';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => houseLocales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent();
  const [{ files }, paths] = await Promise.all([
    loadCatalogue(fetch, locale),
    loadPaths(fetch, locale),
    loadMessages(locale, ['paths'])
  ]);
  return { files, paths };
};
