import { error } from '@sveltejs/kit';
import { loadMessages } from '$lib/i18n/messages';
import { loadCatalogue, loadPaths } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const { locale } = await parent();
  const [{ files }, paths] = await Promise.all([
    loadCatalogue(fetch, locale),
    loadPaths(fetch, locale),
    loadMessages(locale, ['paths'])
  ]);
  const path = paths.find(({ id }) => id === params.path);
  if (!path) error(404, { message: 'No such path', code: 'not-found' });
  return { files, path };
};
