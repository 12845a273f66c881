import type { CourseFile, CourseSummary } from '$lib/content/lesson';
import { locales } from '$lib/i18n/locales';
import { loadCourse } from '$lib/learning/load';
import type { EntryGenerator, PageLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

export const load: PageLoad = async ({ fetch, params }) => {
  const answer = await fetch(`/content/${params.locale}/courses.json`);
  const courses: CourseSummary[] = await answer.json();
  const files: CourseFile[] = await Promise.all(courses.map(({ id }) => loadCourse(fetch, params.locale, id)));
  return { courses, files };
};
