import type { CourseFile } from '../content/lesson';
import { lessonParts, sameLesson } from '../pwa/kept-content';

export interface DownloadFacts {
  /**
   * none: not wanted here · part: begun, some lessons are missing · done: every lesson opens offline ·
   * newer: every lesson opens, some in older words than the server has · removed: can still be brought back
   */
  state: 'none' | 'part' | 'done' | 'newer' | 'removed';
  /** Lessons that open offline. */
  lessonsReady: number;
  lessonCount: number;
}

/** Laid into a course's cache when it is removed: until the page is left, that can be undone. */
export const removedMark = '/removed';

/**
 * Says how far a course is loaded.
 * @param course as the app knows it now
 * @param kept the addresses in its cache; undefined where it has none
 */
export function downloadFacts(course: CourseFile, kept: readonly string[] | undefined): DownloadFacts {
  const lessonCount = course.lessons.length;
  if (kept === undefined) return { state: 'none', lessonsReady: 0, lessonCount };
  const present = new Set(kept);
  const whole = (id: string) => lessonParts(course, id).every((part) => present.has(part));
  const older = (file: string) => !present.has(file) && sameLesson(file, kept) !== undefined;
  const lessonsReady = course.lessons.filter(({ id, file }) => whole(id) || older(file)).length;
  const state = present.has(removedMark)
    ? 'removed'
    : course.lessons.every(({ id }) => whole(id))
      ? 'done'
      : lessonsReady === lessonCount
        ? 'newer'
        : 'part';
  return { state, lessonsReady, lessonCount };
}
