import { error } from '@sveltejs/kit';
import { saysDu } from '$lib/content/address';
import { loadGuides } from '$lib/guides/load-guides';
import { loadFamiliar } from '$lib/i18n/familiar';
import { loadMessages } from '$lib/i18n/messages';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const { locale, t } = await parent();
  const [guides] = await Promise.all([loadGuides(fetch, locale), loadMessages(locale, ['search'])]);
  const guide = guides.find(({ id }) => id === params.guide);
  if (!guide) error(404, { message: 'No such guide', code: 'not-found' });
  // Words that say "Sie" are better than none.
  const words = saysDu(guide.audience) ? await loadFamiliar(locale, t, []).catch(() => t) : t;
  return { guide, t: words };
};
