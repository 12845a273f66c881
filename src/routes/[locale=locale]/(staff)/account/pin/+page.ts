import { loadMessages } from '$lib/i18n/messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent();
  await loadMessages(locale, ['club']);
};
