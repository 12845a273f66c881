import type { CourseFile } from '$lib/content/lesson';
import type { ResumePlace } from './place';
import type { Progress } from './progress';

/** Where one person of a group stands in a course, as a trainer sees it: never their answers. */
export interface Standing {
  finished: number;
  total: number;
  /** The lesson they are in and its step, from 1; nothing where they have not begun or are through. */
  now?: { lesson: string; step: number; steps: number };
  /** A practice of the lesson they are in was finished with help. */
  helped: boolean;
}

/** Reads one person's standing from their rows. Rows of other courses do not count. */
export function standing(course: CourseFile, rows: readonly Progress[], place: ResumePlace | undefined): Standing {
  const mine = rows.filter((row) => row.course === course.id);
  const finished = course.lessons.filter(({ id }) =>
    mine.some((row) => row.lesson === id && row.completedAt !== undefined)
  ).length;
  const lesson = place?.course === course.id ? course.lessons.find(({ id }) => id === place.lesson) : undefined;
  const step = lesson && place ? lesson.steps.indexOf(place.step) + 1 : 0;
  const here = mine.find((row) => row.lesson === lesson?.id);
  return {
    finished,
    total: course.lessons.length,
    ...(lesson && step > 0 && here?.completedAt === undefined
      ? { now: { lesson: lesson.title, step, steps: lesson.steps.length } }
      : {}),
    helped: Object.values(here?.practices ?? {}).includes('helped')
  };
}
