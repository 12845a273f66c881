import { stampMs } from '$lib/base/clock';
import { competenceAreas, competencesIn, type Competence, type CompetenceArea } from '$lib/content/competence';
import type { Audience, CourseFile, LessonEntry } from '$lib/content/lesson';
import type { Progress } from '../progress';

/** Of a course, what somebody has finished. */
export interface DoneCourse {
  readonly course: CourseFile;
  /** in the course's order */
  readonly lessons: readonly { readonly lesson: LessonEntry; readonly at: number }[];
  /** no lesson of it is open */
  readonly isWhole: boolean;
  /** UTC milliseconds of the last lesson that was finished */
  readonly at: number;
}

/** What somebody can, and what they did for it. Nothing is counted against anything. */
export interface Passport {
  /** areas and their competences in the framework's order; an area without one is left out */
  readonly skills: readonly { readonly area: CompetenceArea; readonly codes: readonly Competence[] }[];
  /** in the order of the shelf */
  readonly courses: readonly DoneCourse[];
  /** lessons of children and young makers were finished, and are left out */
  readonly leavesOutChildren: boolean;
  /** lessons were finished that this language does not have */
  readonly hasElsewhere: boolean;
}

/** Whose courses a child may take: what is learned there makes no profile (ACCESSIBILITY C03). */
const childrens: ReadonlySet<Audience> = new Set(['children', 'makers']);

type Done = Pick<Progress, 'lesson' | 'completedAt'>;

/** What somebody has finished of one course. */
export function doneOf(course: CourseFile, rows: readonly Done[]): DoneCourse {
  const ends = new Map(rows.map(({ lesson, completedAt }) => [lesson, completedAt]));
  const lessons = course.lessons.flatMap((lesson) => {
    const completedAt = ends.get(lesson.id);
    return completedAt === undefined ? [] : [{ lesson, at: stampMs(completedAt) }];
  });
  return {
    course,
    lessons,
    isWhole: lessons.length > 0 && lessons.length === course.lessons.length,
    at: Math.max(0, ...lessons.map(({ at }) => at))
  };
}

/** Makes the passport of a person. @param catalogue all courses of the reader's language */
export function passportOf(catalogue: readonly CourseFile[], rows: readonly Done[]): Passport {
  const begun = catalogue.map((course) => doneOf(course, rows)).filter(({ lessons }) => lessons.length > 0);
  const courses = begun.filter(({ course }) => !childrens.has(course.audience));
  const known = new Set(catalogue.flatMap(({ lessons }) => lessons.map(({ id }) => id)));
  return {
    skills: skillsOf(courses.flatMap(({ lessons }) => lessons.map(({ lesson }) => lesson))),
    courses,
    leavesOutChildren: courses.length < begun.length,
    hasElsewhere: rows.some(({ lesson, completedAt }) => completedAt !== undefined && !known.has(lesson))
  };
}

/** Of a sheet on which much stands: the size of its letters. */
export type Letters = 'large' | 'middle' | 'small';

/** So many lines fit on a sheet of A4 with each lesson on a line of its own; what somebody can stands in two columns. */
const mostLines = 15;

/**
 * How a passport is set so that it stays one sheet: `undefined` with each lesson; else with its courses alone, in letters
 * that get smaller the more courses there are.
 */
export function lettersOf({ skills, courses }: Pick<Passport, 'skills' | 'courses'>): Letters | undefined {
  const lessonLines = courses.reduce((sum, { lessons }) => sum + 1 + lessons.length, 0);
  const skillLines = skills.reduce((sum, { codes }) => sum + 1 + codes.length, 0) / 2;
  if (lessonLines + skillLines <= mostLines) return undefined;
  if (courses.length <= 4) return 'large';
  return courses.length <= 8 ? 'middle' : 'small';
}

/** What lessons train, each competence once. */
export function skillsOf(lessons: readonly Pick<LessonEntry, 'competences'>[]): Passport['skills'] {
  const trained = new Set(lessons.flatMap(({ competences = [] }) => competences));
  return competenceAreas
    .map((area) => ({ area, codes: competencesIn(area).filter((code) => trained.has(code)) }))
    .filter(({ codes }) => codes.length > 0);
}
