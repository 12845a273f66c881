import { error } from '@sveltejs/kit';
import { loadGames } from '$lib/aid/load-aid';
import { loadMessages } from '$lib/i18n/messages';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const { locale } = await parent();
  const [games] = await Promise.all([loadGames(fetch, locale), loadMessages(locale, ['aid'])]);
  const card = games.cards.find(({ id }) => id === params.card);
  if (!card) error(404, { message: 'No such card', code: 'not-found' });
  return { card };
};
