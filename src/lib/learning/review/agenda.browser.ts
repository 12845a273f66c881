import { personOnDevice } from '$lib/access/person.svelte';
import type { CourseFile, Lesson, Step } from '$lib/content/lesson';
import type { Engine } from '$lib/sync/engine.browser';
import { opened } from '$lib/sync/opened.svelte';
import { within } from '$lib/pwa/within.browser';
import { answers } from '../answers';
import { loadLesson } from '../load';
import { asOne, progress } from '../progress';
import { localDay } from './local-day';
import { dueOn, questionsOf, roomOn, type Known, type Question } from './questions';
import { reviews } from './reviews';

/** So long a lesson is waited for before it is passed over. */
const patienceMs = 4000;

/** A question with its words. */
export interface ReadyQuestion extends Question {
  readonly content: Lesson;
  readonly asked: Step;
}

/** What comes back to the person on this device. */
export interface Agenda {
  /** of all finished lessons */
  readonly questions: readonly Question[];
  /** of those that wait today, the ones to ask now */
  readonly ready: readonly ReadyQuestion[];
  /** some wait, but their lessons are not on the device and the network is gone */
  readonly isAway: boolean;
}

export interface Asked {
  readonly catalogue: readonly CourseFile[];
  /** under which the person's learning stands: their own, and those that are read as it */
  readonly ids: readonly string[];
  /** UTC milliseconds */
  readonly now: number;
}

/** Reads what waits for the person on this device. */
export async function readAgenda({ catalogue, ids, now }: Asked): Promise<Agenda> {
  const engine = await opened.open();
  const { id, current } = personOnDevice;
  // Asked for when the picture was tapped; a page that was left too soon may have cut that off.
  if (current) await engine.follow(`learner/${id}`);
  const questions = questionsOf(catalogue, await knownOf(engine, ids), localDay);
  const today = localDay(now);
  const due = dueOn(questions, today);
  const room = roomOn(questions, today);
  const ready = await readyOf(due, catalogue, room);
  return { questions, ready, isAway: room > 0 && due.length > 0 && ready.length === 0 };
}

async function knownOf(engine: Engine, ids: readonly string[]): Promise<Known> {
  const prefixes = ids.map((id) => ({ prefix: `${id}|` }));
  const [done, given, reviewed] = await Promise.all([
    Promise.all(prefixes.map((prefix) => engine.rows(progress, prefix))),
    Promise.all(prefixes.map((prefix) => engine.rows(answers, prefix))),
    Promise.all(prefixes.map((prefix) => engine.rows(reviews, prefix)))
  ]);
  return { progress: asOne(done.flat()), answers: given.flat(), reviews: reviewed.flat() };
}

/**
 * The first of them whose words are here; a lesson that is not on the device without a network is passed over. Asked for
 * in two rounds, each at once: on a bad network nobody waits for one lesson after the other.
 */
async function readyOf(
  due: readonly Question[],
  catalogue: readonly CourseFile[],
  most: number
): Promise<ReadyQuestion[]> {
  const first = await withWords(due.slice(0, most), catalogue);
  if (first.length === most || due.length <= most) return first;
  return [...first, ...(await withWords(due.slice(most, most * 4), catalogue))].slice(0, most);
}

async function withWords(questions: readonly Question[], catalogue: readonly CourseFile[]): Promise<ReadyQuestion[]> {
  const lessons = new Map<string, Promise<Lesson | undefined>>();
  for (const question of questions)
    if (!lessons.has(question.lesson)) lessons.set(question.lesson, lessonOf(question, catalogue));
  const found = await Promise.all(
    questions.map(async (question) => {
      const content = await lessons.get(question.lesson);
      const asked = content?.steps.find(({ id }) => id === question.step);
      return content && asked?.question ? [{ ...question, content, asked }] : [];
    })
  );
  return found.flat();
}

async function lessonOf({ course, lesson }: Question, catalogue: readonly CourseFile[]): Promise<Lesson | undefined> {
  const file = catalogue.find(({ id }) => id === course);
  return file && within(patienceMs, loadLesson(fetch, file, lesson));
}

/** Keeps how the first answer to a question was. Never waits and never throws. */
export function recordReview({ course, lesson, step }: Question, isRight: boolean): void {
  const { id } = personOnDevice;
  opened.record({
    stream: `learner/${id}`,
    type: 'review.answered',
    by: `person/${id}`,
    data: { course, lesson, step, how: isRight ? 'remembered' : 'forgotten' }
  });
}
