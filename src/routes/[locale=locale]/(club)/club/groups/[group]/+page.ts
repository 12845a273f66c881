import { loadGroupCourse } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params, fetch }) => ({
  group: params.group,
  courseOf: (course: string) => loadGroupCourse(fetch, params.locale, course)
});
