import { houseLocaleAt } from '$lib/i18n/house-pages';
import { loadMessages } from '$lib/i18n/messages';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, url }) => {
  const { locale } = await parent();
  await loadMessages(houseLocaleAt(locale, url), ['office']);
};
