import { loadGuides } from '$lib/guides/load-guides';
import { houseLocales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => houseLocales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent();
  const [guides] = await Promise.all([loadGuides(fetch, locale), loadMessages(locale, ['search'])]);
  return { guides };
};
