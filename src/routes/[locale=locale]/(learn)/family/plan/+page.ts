import { loadMessages } from '$lib/i18n/messages';
import { locales } from '$lib/i18n/locales';
import { loadCourse } from '$lib/learning/load';
import type { EntryGenerator, PageLoad } from './$types';

/** The courses for parents, in the order in which they are learned. */
const courses = ['understanding-games', 'money-time-rules', 'parental-controls'] as const;

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, parent }) => {
  const { locale } = await parent();
  const [files] = await Promise.all([
    Promise.all(courses.map((course) => loadCourse(fetch, locale, course))),
    loadMessages(locale, ['family'])
  ]);
  return { courses: files };
};
