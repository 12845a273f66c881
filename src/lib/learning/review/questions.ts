import { stampMs } from '$lib/base/clock';
import type { CourseFile } from '$lib/content/lesson';
import type { Answers } from '../answers';
import type { Progress } from '../progress';
import type { Reviews } from './reviews';
import { dueDay, type Recall } from './schedule';

/** So many come back on one day, at most: two or three minutes, never a mountain. */
export const mostADay = 5;

/** A question of a finished lesson. Days are counted from 1970 in the person's own zone. */
export interface Question {
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  /** the day on which it comes back */
  readonly due: number;
  /** the day on which it last came back */
  readonly reviewed?: number;
}

/** Everything that is known of a person's learning; rows of several entries that are one person stand together. */
export interface Known {
  readonly progress: readonly Progress[];
  readonly answers: readonly Answers[];
  readonly reviews: readonly Reviews[];
}

type Course = Pick<CourseFile, 'id'> & {
  readonly lessons: readonly Pick<CourseFile['lessons'][number], 'id' | 'questions'>[];
};

/** All questions of the lessons that a person has finished. @param dayOf the day of an instant, UTC milliseconds */
export function questionsOf(catalogue: readonly Course[], known: Known, dayOf: (ms: number) => number): Question[] {
  const ends = new Map(known.progress.map(({ lesson, completedAt }) => [lesson, completedAt]));
  return catalogue.flatMap(({ id: course, lessons }) =>
    lessons.flatMap(({ id: lesson, questions = [] }) => {
      const completedAt = ends.get(lesson);
      return completedAt === undefined
        ? []
        : questions.map((step) => questionOf({ course, lesson, step, completedAt }, known, dayOf));
    })
  );
}

interface Finished {
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly completedAt: string;
}

function questionOf({ course, lesson, step, completedAt }: Finished, known: Known, dayOf: (ms: number) => number) {
  const here = (row: Answers | Reviews) => row.lesson === lesson && row.step === step;
  const given = inTime(known.reviews.filter(here).flatMap((row) => row.given));
  const [answered] = inTime(known.answers.filter(here).flatMap((row) => row.given));
  const recall = (at: string, isKnown: boolean): Recall => ({
    day: dayOf(stampMs(at)),
    how: isKnown ? 'remembered' : 'forgotten'
  });
  // In the lesson the question was met for the first time. Where nothing is known of its answer, it was right in the end.
  const first = recall(completedAt, answered?.right ?? true);
  const later = given.map(({ at, how }) => recall(at, how === 'remembered'));
  const last = later.at(-1);
  return {
    ...{ course, lesson, step, due: dueDay([first, ...later]) },
    ...(last === undefined ? {} : { reviewed: last.day })
  };
}

interface InTime {
  readonly id: string;
  readonly at: string;
}

const inTime = <T extends InTime>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));

/** What waits today, the longest waiting first; those of one day in the order of the courses. */
export const dueOn = (questions: readonly Question[], today: number): Question[] =>
  questions.filter(({ due }) => due <= today).sort((a, b) => a.due - b.due);

/** How many more may come today. */
export function roomOn(questions: readonly Question[], today: number): number {
  return Math.max(0, mostADay - questions.filter(({ reviewed }) => reviewed === today).length);
}

/** The next day after today on which questions wait, and how many. Nothing where there are none at all. */
export function comingAfter(
  questions: readonly Question[],
  today: number
): { readonly day: number; readonly count: number } | undefined {
  if (questions.length === 0) return undefined;
  const day = Math.max(today + 1, Math.min(...questions.map(({ due }) => due)));
  return { day, count: Math.min(mostADay, dueOn(questions, day).length) };
}

/** How long that takes, in minutes. */
export const minutesFor = (count: number): number => Math.ceil(count / 2);
