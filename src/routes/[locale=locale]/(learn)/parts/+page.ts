import { houseLocaleOr, houseLocales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { bringDrawing } from '$lib/learning/picture/drawing.browser';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => houseLocales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent();
  const [Drawing] = await Promise.all([bringDrawing(), loadMessages(houseLocaleOr(locale), ['parts', 'lesson'])]);
  return { Drawing };
};
