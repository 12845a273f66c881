import { houseLocaleAt } from '$lib/i18n/house-pages';
import { loadMessages } from '$lib/i18n/messages';
import type { LayoutLoad } from './$types';

// Static shells: these pages read the device's own database, so that they open without a network.
export const ssr = false;

export const load: LayoutLoad = async ({ parent, url }) => {
  const { locale } = await parent();
  await loadMessages(houseLocaleAt(locale, url), ['club', 'device']);
};
