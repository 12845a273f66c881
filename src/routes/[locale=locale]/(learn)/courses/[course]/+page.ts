import { loadMessages } from '$lib/i18n/messages';
import { loadCourse, wordsAround } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params, parent }) => {
  const { locale, t } = await parent();
  await loadMessages(locale, ['device']);
  const course = await loadCourse(fetch, locale, params.course);
  return { course, t: await wordsAround(course, t) };
};
