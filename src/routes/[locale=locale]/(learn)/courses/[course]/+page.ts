import { loadMessages } from '$lib/i18n/messages';
import { loadCourse } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const { locale } = await parent();
  await loadMessages(locale, ['device']);
  return { course: await loadCourse(fetch, locale, params.course) };
};
