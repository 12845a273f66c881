import { loadLesson } from '$lib/learning/load';
import { loadCatalogue } from '$lib/plan/catalogue';
import type { CourseFile } from '$lib/content/lesson';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ params, fetch }) => ({
  meeting: params.meeting,
  catalogueOf: (course: string | undefined) => loadCatalogue(fetch, params.locale, course),
  /** Nothing where it is not on this device and the network is gone: the other sheets are printed without it. */
  lessonOf: (course: CourseFile, lesson: string) => loadLesson(fetch, course, lesson).catch(() => undefined)
});
