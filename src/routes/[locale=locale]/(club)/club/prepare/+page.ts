import { sourceLocale } from '$lib/i18n/locales';
import { loadGroupCourse } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params, fetch }) => ({
  /** A course in the language of the page; one that is not written in it, in German. */
  courseOf: async (course: string) =>
    (await loadGroupCourse(fetch, params.locale, course)) ?? (await loadGroupCourse(fetch, sourceLocale, course))
});
