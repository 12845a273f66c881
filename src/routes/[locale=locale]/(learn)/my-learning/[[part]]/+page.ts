import { error } from '@sveltejs/kit';
import { locales } from '$lib/i18n/locales';
import { loadMessages } from '$lib/i18n/messages';
import { loadCatalogue } from '$lib/learning/load';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

/** One route for three pages: each route's name weighs on the first visit to every lesson. */
const parts = [undefined, 'certificate', 'move'] as const;

export const entries: EntryGenerator = () =>
  locales.flatMap((locale) => parts.map((part) => (part ? { locale, part } : { locale })));

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const part = parts.find((one) => one === params.part);
  if (part === undefined && params.part !== undefined) error(404, { message: 'No such page', code: 'not-found' });
  const { locale } = await parent();
  await loadMessages(locale, ['review']);
  return { part, files: part === 'move' ? [] : (await loadCatalogue(fetch, locale)).files };
};
