import { error } from '@sveltejs/kit';
import { loadHelp } from '$lib/aid/load-aid';
import { loadMessages } from '$lib/i18n/messages';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const { locale } = await parent();
  const [help] = await Promise.all([loadHelp(fetch, locale), loadMessages(locale, ['aid'])]);
  const found = help.cases.find(({ id }) => id === params.case);
  if (!found) error(404, { message: 'No such case', code: 'not-found' });
  return { help, found };
};
