import { stampMs } from '$lib/base/clock';
import type { CourseFile } from '$lib/content/lesson';
import { byTime } from '$lib/sync/merge';
import type { Answers } from '../answers';
import type { Progress } from '../progress';
import type { Reviews } from './reviews';
import { dueDay, type Recall } from './schedule';

/** So many come back on one day, at most: two or three minutes, never a mountain. */
export const mostADay = 5;

/** Of these, so many practices: each takes as long as several questions. */
const mostPracticesADay = 1;

/** A question or a practice of a finished lesson. Days are counted from 1970 in the person's own zone. */
export interface ReviewItem {
  readonly kind: 'question' | 'practice';
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
  readonly lessons: readonly Pick<CourseFile['lessons'][number], 'id' | 'questions' | 'practised'>[];
};

/** All that comes back of the lessons that a person has finished. @param dayOf the day of an instant, UTC milliseconds */
export function itemsOf(catalogue: readonly Course[], known: Known, dayOf: (ms: number) => number): ReviewItem[] {
  const rows = new Map(known.progress.map((row) => [row.lesson, row]));
  return catalogue.flatMap(({ id: course, lessons }) =>
    lessons.flatMap(({ id: lesson, questions = [], practised = [] }) => {
      const { completedAt, practices } = rows.get(lesson) ?? {};
      if (completedAt === undefined) return [];
      const place = { course, lesson, completedAt };
      return [
        ...questions.map((step) =>
          itemOf({ ...place, step, kind: 'question', first: firstAnswer(known, lesson, step) }, known, dayOf)
        ),
        // One that was left out in the lesson comes soon, as one that needed help does.
        ...practised.map((step) =>
          itemOf({ ...place, step, kind: 'practice', first: practices?.[step] === 'done' }, known, dayOf)
        )
      ];
    })
  );
}

/** In the lesson a question was met for the first time. Where nothing is known of its answer, it was right in the end. */
function firstAnswer({ answers }: Known, lesson: string, step: string): boolean {
  const [answered] = inTime(
    answers.filter((row) => row.lesson === lesson && row.step === step).flatMap((row) => row.given)
  );
  return answered?.right ?? true;
}

interface Finished {
  readonly kind: ReviewItem['kind'];
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
  readonly completedAt: string;
  /** whether it was known in the lesson */
  readonly first: boolean;
}

function itemOf(
  { completedAt, first, ...item }: Finished,
  { reviews }: Known,
  dayOf: (ms: number) => number
): ReviewItem {
  const { lesson, step } = item;
  const given = inTime(reviews.filter((row) => row.lesson === lesson && row.step === step).flatMap((row) => row.given));
  const recall = (at: string, isKnown: boolean): Recall => ({
    day: dayOf(stampMs(at)),
    how: isKnown ? 'remembered' : 'forgotten'
  });
  const later = given.map(({ at, how }) => recall(at, how === 'remembered'));
  const last = later.at(-1);
  return {
    ...item,
    due: dueDay([recall(completedAt, first), ...later]),
    ...(last === undefined ? {} : { reviewed: last.day })
  };
}

interface InTime {
  readonly id: string;
  readonly at: string;
}

const inTime = <T extends InTime>(entries: readonly T[]): T[] => [...entries].sort(byTime);

/**
 * What may come today, the longest waiting first; those of one day in the order of the courses. A practice that has no room
 * beside another waits for the next day.
 */
export function dueOn(items: readonly ReviewItem[], today: number): ReviewItem[] {
  const isPractice = ({ kind }: ReviewItem) => kind === 'practice';
  const due = items.filter((item) => item.due <= today).sort((a, b) => a.due - b.due);
  const done = items.filter((item) => isPractice(item) && item.reviewed === today).length;
  const practices = due.filter(isPractice).slice(0, Math.max(0, mostPracticesADay - done));
  return due.filter((item) => !isPractice(item) || practices.includes(item));
}

/** How many more may come today. */
export function roomOn(items: readonly ReviewItem[], today: number): number {
  return Math.max(0, mostADay - items.filter(({ reviewed }) => reviewed === today).length);
}

/** The next day after today on which something waits, and how much. Nothing where there is nothing at all. */
export function comingAfter(
  items: readonly ReviewItem[],
  today: number
): { readonly day: number; readonly count: number } | undefined {
  if (items.length === 0) return undefined;
  const day = Math.max(today + 1, Math.min(...items.map(({ due }) => due)));
  return { day, count: Math.min(mostADay, dueOn(items, day).length) };
}

const minutesOf = { question: 0.5, practice: 2 };

/** How long that takes, in minutes. */
export const minutesFor = (items: readonly Pick<ReviewItem, 'kind'>[]): number =>
  Math.ceil(items.reduce((sum, { kind }) => sum + minutesOf[kind], 0));
