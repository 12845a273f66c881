import type { Lesson, Step } from '$lib/content/lesson';
import { noteText, type Note } from './notes';

type NotedLesson = Pick<Lesson, 'id'> & { readonly steps: readonly Pick<Step, 'id' | 'title'>[] };

/** What somebody noted at one step of a lesson. */
export interface NotedAt {
  readonly step: string;
  /** its number in the lesson, from 1, and its title */
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

/** The notes of a lesson that count, in the order of its steps. @param rows of one person, of any lesson */
export const notesOfLesson = (lesson: NotedLesson, rows: readonly Note[]): NotedAt[] =>
  lesson.steps.flatMap(({ id: step, title }, index) => {
    const text = noteText(rows.filter((row) => row.lesson === lesson.id && row.step === step));
    return text === '' ? [] : [{ step, number: index + 1, title, text }];
  });
