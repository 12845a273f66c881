import { daysAfter, weekdayOf } from '../local-date';

/** The days of a week on which there is a lesson, Monday is 0. */
export type LessonDays = readonly [first: number, second: number];

/** Where nothing was chosen: Tuesday and Thursday. */
export const usualDays: LessonDays = [1, 3];

/** A lesson and the day on which there is time for it. */
export interface Evening<Lesson> {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly lesson: Lesson;
}

/**
 * What is left to learn, one lesson on each of the chosen days. It begins today or on the next of them: whoever left one
 * out goes on with the next, and nothing is late.
 * @param lessons those that are not finished, in order
 * @param today `YYYY-MM-DD`
 */
export function eveningsOf<Lesson>(
  lessons: readonly Lesson[],
  { days, today }: { readonly days: LessonDays; readonly today: string }
): Evening<Lesson>[] {
  let date = today;
  return lessons.map((lesson) => {
    while (!days.includes(weekdayOf(date))) date = daysAfter(date, 1);
    const evening = { date, lesson };
    date = daysAfter(date, 1);
    return evening;
  });
}

/** Two different days from a text such as `1,3`; the usual ones, where it says none. */
export function daysFrom(text: string | null): LessonDays {
  const [first, second] =
    /^([0-6]),([0-6])$/
      .exec(text ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  return first === undefined || second === undefined || first === second ? usualDays : [first, second];
}

/** The days with one of them chosen anew: a day that is taken changes places. */
export function withDay(days: LessonDays, place: 0 | 1, day: number): LessonDays {
  const [first, second] = days;
  if (place === 0) return [day, day === second ? first : second];
  return [day === first ? second : first, day];
}
