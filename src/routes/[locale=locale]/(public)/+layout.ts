import { loadMessages } from '$lib/i18n/messages';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, data }) => {
  const { locale } = await parent();
  await loadMessages(locale, ['legal']);
  return data;
};
