import { loadMessages } from '$lib/i18n/messages';
import { locales } from '$lib/i18n/locales';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;
// Nothing is drawn on the server: the same document opens whatever address it is answered for (docs/decisions/0004).
export const ssr = false;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent();
  await loadMessages(locale, ['device']);
};
