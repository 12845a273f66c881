import { loadMessages } from '$lib/i18n/messages';
import { locales } from '$lib/i18n/locales';
import { bringDrawing } from '$lib/learning/picture/drawing.browser';
import { loadWordPictures, loadWords } from '$lib/search/load-words';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent();
  const [words, pictures, Drawing] = await Promise.all([
    loadWords(fetch, locale),
    loadWordPictures(fetch, locale),
    bringDrawing(),
    loadMessages(locale, ['search', 'paper'])
  ]);
  return { words, pictures, Drawing };
};
