import { error } from '@sveltejs/kit';
import type { TFunction } from 'i18next';
import { saysDu } from '$lib/content/address';
import type { CourseFile, CourseSummary, Lesson } from '$lib/content/lesson';
import { pathsAddress, type LearningPath } from '$lib/content/path';
import type { Locale } from '$lib/i18n/locales';

const idPattern = /^[a-z0-9][a-z0-9-]*$/;

/**
 * A course's file in a language: from the build, the network or the device, whatever answers `fetch`.
 * @throws a 404 page where there is no such course, a 503 page where it is not on the device and the network is gone
 */
export async function loadCourse(fetch: typeof globalThis.fetch, locale: string, course: string): Promise<CourseFile> {
  if (!idPattern.test(course)) error(404, { message: 'No such course', code: 'not-found' });
  return loadJson<CourseFile>(fetch, `/content/${locale}/${course}.json`);
}

/** All courses of a language, with their lessons. @throws as `loadCourse` does */
export async function loadCatalogue(
  fetch: typeof globalThis.fetch,
  locale: string
): Promise<{ courses: CourseSummary[]; files: CourseFile[] }> {
  const answer = await fetch(`/content/${locale}/courses.json`);
  const courses: CourseSummary[] = await answer.json();
  return { courses, files: await Promise.all(courses.map(({ id }) => loadCourse(fetch, locale, id))) };
}

/** The paths of a language; none where they cannot be had: everything else works without them. */
export async function loadPaths(fetch: typeof globalThis.fetch, locale: Locale): Promise<LearningPath[]> {
  try {
    return await loadJson<LearningPath[]>(fetch, pathsAddress(locale));
  } catch {
    return [];
  }
}

/** @throws as `loadCourse` does */
export async function loadLesson(fetch: typeof globalThis.fetch, course: CourseFile, lesson: string): Promise<Lesson> {
  const entry = course.lessons.find(({ id }) => id === lesson);
  if (!entry) error(404, { message: 'No such lesson', code: 'not-found' });
  return loadJson<Lesson>(fetch, entry.file);
}

/**
 * The words around a course, as it speaks to its people. Where those that say "du" can't be had, a lesson that says "Sie"
 * is better than none.
 * @param t what everybody is told
 * @param practices the kinds of practice that the page may show
 */
export async function wordsAround(
  { audience, locale }: CourseFile,
  t: TFunction,
  practices: readonly string[] = []
): Promise<TFunction> {
  if (!saysDu(audience)) return t;
  try {
    const { loadFamiliar } = await import('$lib/i18n/familiar');
    return await loadFamiliar(locale, t, practices);
  } catch {
    return t;
  }
}

/** The files come from our own build, whose checker has read them: their shape is trusted here. */
async function loadJson<Shape>(fetch: typeof globalThis.fetch, address: string): Promise<Shape> {
  let answer: Response;
  try {
    answer = await fetch(address);
  } catch {
    error(503, { message: 'Not on this device', code: 'offline' });
  }
  if (answer.status === 404) error(404, { message: 'No such page', code: 'not-found' });
  if (!answer.ok) error(503, { message: 'Not on this device', code: 'offline' });
  return answer.json();
}

/**
 * The course of a group for the trainer's pages: nothing where it cannot be had, for a list of names works without it.
 */
export async function loadGroupCourse(
  fetch: typeof globalThis.fetch,
  locale: string,
  course: string
): Promise<CourseFile | undefined> {
  try {
    return await loadCourse(fetch, locale, course);
  } catch {
    return undefined;
  }
}
