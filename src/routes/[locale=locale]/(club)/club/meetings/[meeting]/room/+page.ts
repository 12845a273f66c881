import { loadGroupCourse } from '$lib/learning/load';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params, fetch }) => ({
  meeting: params.meeting,
  courseOf: (course: string) => loadGroupCourse(fetch, params.locale, course)
});
