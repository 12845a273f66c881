import type { CourseFile, LessonEntry } from '$lib/content/lesson';
import type { LearningPath } from '$lib/content/path';

/** A lesson of a path, with the course that it belongs to. */
export interface PathStop {
  readonly course: CourseFile;
  readonly lesson: LessonEntry;
}

/** The lessons of a path that this language has, in order. */
export function stopsOf({ lessons }: LearningPath, catalogue: readonly CourseFile[]): PathStop[] {
  return lessons.flatMap(({ course: id, lesson: wanted }) => {
    const course = catalogue.find((one) => one.id === id);
    const lesson = course?.lessons.find((one) => one.id === wanted);
    return course && lesson ? [{ course, lesson }] : [];
  });
}

/**
 * Where the path goes on: after the last lesson that is finished, for who has done the third will not be sent back to the
 * first. Only when nothing comes after it, what was passed over. Nothing where all is finished.
 */
export function nextOn(stops: readonly PathStop[], isFinished: (lesson: string) => boolean): PathStop | undefined {
  const last = stops.findLastIndex(({ lesson }) => isFinished(lesson.id));
  return [...stops.slice(last + 1), ...stops].find(({ lesson }) => !isFinished(lesson.id));
}

/** The stop that comes after a lesson; nothing at the end, or where the path does not hold it. */
export function stopAfter(stops: readonly PathStop[], lesson: string): PathStop | undefined {
  const here = stops.findIndex((stop) => stop.lesson.id === lesson);
  return here < 0 ? undefined : stops[here + 1];
}

/** What all lessons of a path take together. */
export const minutesOf = (stops: readonly PathStop[]): number =>
  stops.reduce((sum, { lesson }) => sum + lesson.minutes, 0);
