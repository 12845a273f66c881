import { locales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent();
  await loadMessages(locale, ['review']);
};
