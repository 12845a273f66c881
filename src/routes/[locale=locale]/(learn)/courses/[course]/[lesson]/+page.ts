import { loadCourse, loadLesson } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params }) => {
  const course = await loadCourse(fetch, params.locale, params.course);
  return { course, lesson: await loadLesson(fetch, course, params.lesson) };
};
