import type { CourseFile } from '$lib/content/lesson';
import type { Progress } from '$lib/learning/progress';
import type { LessonName } from './catalogue';
import { inPlan, isPlanned, reachOf, wasDealtWith, type PlannedLesson } from './planned-lesson';

/** Shown at once, at most: more is no choice but a list. */
const mostSuggested = 4;

/**
 * What could come next time: what was planned and is not done, then what follows in the group's course on the last lesson
 * that came up.
 */
export function suggestionsAfter(rows: readonly PlannedLesson[], course: CourseFile | undefined): LessonName[] {
  const open = inPlan(rows).filter((row) => reachOf(row) !== 'done');
  const lessons = course?.lessons ?? [];
  const cameUp = lessons.findLastIndex(({ id }) => rows.some((row) => row.lesson === id && wasDealtWith(row)));
  const taken = new Set(rows.filter((row) => isPlanned(row) || wasDealtWith(row)).map(({ lesson }) => lesson));
  const following = lessons.slice(cameUp + 1).filter(({ id }) => !taken.has(id));
  return [
    ...open.map(({ course: of, lesson }) => ({ course: of, lesson })),
    ...following.slice(0, 2).map(({ id }) => ({ course: course?.id ?? '', lesson: id }))
  ].slice(0, mostSuggested);
}

/** Lessons on one letter, at most: it is to be read, not to be filed. */
const mostToPractise = 3;

interface Practising {
  /** the group's course */
  readonly course: CourseFile | undefined;
  /** what came up at the meeting */
  readonly dealtWith: readonly LessonName[];
  /** what the person has finished and begun */
  readonly rows: readonly Progress[];
}

/**
 * What one person could practise at home: what they have begun and not finished, then what the group did and they have not
 * finished, then the next lesson of the course. Somebody who has finished everything gets what the group did last.
 */
export function toPractise({ course, dealtWith, rows }: Practising): LessonName[] {
  const finished = new Set(rows.filter(({ completedAt }) => completedAt !== undefined).map(({ lesson }) => lesson));
  const inCourse = (course?.lessons ?? []).map(({ id }) => ({ course: course?.id ?? '', lesson: id }));
  const begun = inCourse.filter(({ lesson }) => rows.some((row) => row.lesson === lesson));
  const next = inCourse.filter(({ lesson }) => !finished.has(lesson)).slice(0, 1);
  const unfinished = [...begun, ...dealtWith].filter(({ lesson }) => !finished.has(lesson));
  const wanted = unfinished.length > 0 ? unfinished : next.length > 0 ? next : dealtWith;
  return wanted
    .filter(({ lesson }, index) => wanted.findIndex((one) => one.lesson === lesson) === index)
    .slice(0, mostToPractise);
}
