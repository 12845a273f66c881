import { loadCourse } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const prerender = true;

export const load: PageLoad = async ({ fetch, params }) => ({
  course: await loadCourse(fetch, params.locale, params.course)
});
