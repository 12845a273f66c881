import type { CourseFile, CourseSummary, LessonEntry } from '$lib/content/lesson';
import { loadGroupCourse } from '$lib/learning/load';

/** The courses whose list of lessons this device has, without a network too. */
export type Catalogue = readonly CourseFile[];

/** What names a lesson in a plan. */
export interface LessonName {
  readonly course: string;
  readonly lesson: string;
}

/**
 * All courses of a language, as far as they can be had: a plan can be looked at without any of them.
 * @param course of the group: it can be there though the list of courses is not
 */
export async function loadCatalogue(
  fetch: typeof globalThis.fetch,
  locale: string,
  course: string | undefined
): Promise<Catalogue> {
  const listed = await listCourses(fetch, locale);
  const wanted = listed.length > 0 ? listed : course === undefined ? [] : [course];
  const found = await Promise.all(wanted.map((id) => loadGroupCourse(fetch, locale, id)));
  return found.filter((one) => one !== undefined);
}

async function listCourses(fetch: typeof globalThis.fetch, locale: string): Promise<string[]> {
  try {
    const answer = await fetch(`/content/${locale}/courses.json`);
    if (!answer.ok) return [];
    // The file comes from our own build, whose checker has read it: its shape is trusted here.
    const courses: CourseSummary[] = await answer.json();
    return courses.map(({ id }) => id);
  } catch {
    return [];
  }
}

/** A lesson as its course lists it; nothing where this device does not have the course. */
export const entryOf = (catalogue: Catalogue, { course, lesson }: LessonName): LessonEntry | undefined =>
  catalogue.find(({ id }) => id === course)?.lessons.find(({ id }) => id === lesson);
