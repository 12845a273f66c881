import type { TFunction } from 'i18next';
import { personOnDevice } from '$lib/access/person.svelte';
import type { CourseFile, Lesson, Step } from '$lib/content/lesson';
import type { Engine } from '$lib/sync/engine.browser';
import { opened } from '$lib/sync/opened.svelte';
import { within } from '$lib/pwa/within.browser';
import { answers } from '../answers';
import { loadLesson, wordsAround } from '../load';
import { asOne, progress } from '../progress';
import { localDay } from './local-day';
import { dueOn, itemsOf, roomOn, type Known, type ReviewItem } from './items';
import { reviews } from './reviews';

/** So long a lesson is waited for before it is passed over. */
const patienceMs = 4000;

/** What comes back, with its words. */
export interface ReadyItem extends ReviewItem {
  readonly content: Lesson;
  readonly asked: Step;
  /** the words around it, as its course speaks to its people */
  readonly t: TFunction;
}

/** What comes back to the person on this device. */
export interface Agenda {
  /** of all finished lessons */
  readonly items: readonly ReviewItem[];
  /** of those that wait today, the ones to ask now */
  readonly ready: readonly ReadyItem[];
  /** some wait, but their lessons are not on the device and the network is gone */
  readonly isAway: boolean;
}

export interface Asked {
  readonly catalogue: readonly CourseFile[];
  /** what everybody is told */
  readonly t: TFunction;
  /** under which the person's learning stands: their own, and those that are read as it */
  readonly ids: readonly string[];
  /** UTC milliseconds */
  readonly now: number;
}

/** Reads what waits for the person on this device. */
export async function readAgenda({ ids, now, ...wanted }: Asked): Promise<Agenda> {
  const engine = await opened.open();
  const { id, current } = personOnDevice;
  // Asked for when the picture was tapped; a page that was left too soon may have cut that off.
  if (current) await engine.follow(`learner/${id}`);
  const items = itemsOf(wanted.catalogue, await knownOf(engine, ids), localDay);
  const today = localDay(now);
  const due = dueOn(items, today);
  const room = roomOn(items, today);
  const ready = practicesLast(await readyOf(due, wanted, room));
  return { items, ready, isAway: room > 0 && due.length > 0 && ready.length === 0 };
}

/** A practice takes longer: who has had enough by then leaves it for another day. */
const practicesLast = (ready: readonly ReadyItem[]): ReadyItem[] =>
  [...ready].sort((a, b) => Number(a.kind === 'practice') - Number(b.kind === 'practice'));

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
async function readyOf(due: readonly ReviewItem[], wanted: Wanted, most: number): Promise<ReadyItem[]> {
  const first = await withWords(due.slice(0, most), wanted);
  if (first.length === most || due.length <= most) return first;
  return [...first, ...(await withWords(due.slice(most, most * 4), wanted))].slice(0, most);
}

type Wanted = Pick<Asked, 'catalogue' | 't'>;

async function withWords(items: readonly ReviewItem[], { catalogue, t }: Wanted): Promise<ReadyItem[]> {
  const lessons = new Map<string, Promise<Lesson | undefined>>();
  const courseOf = ({ course }: ReviewItem) => catalogue.find(({ id }) => id === course);
  for (const item of items) if (!lessons.has(item.lesson)) lessons.set(item.lesson, lessonOf(item, courseOf(item)));
  const found = await Promise.all(
    items.map(async (item) => {
      const [course, content] = [courseOf(item), await lessons.get(item.lesson)];
      const asked = content?.steps.find(({ id }) => id === item.step);
      if (!course || !content || !asked?.[item.kind]) return [];
      const around = await wordsAround(course, t, asked.practice && [asked.practice.kind]);
      return [{ ...item, content, asked, t: around }];
    })
  );
  return found.flat();
}

async function lessonOf({ lesson }: ReviewItem, course: CourseFile | undefined): Promise<Lesson | undefined> {
  return course && within(patienceMs, loadLesson(fetch, course, lesson));
}

/** Keeps how the first answer to a question was, or whether a practice went without help. Never waits and never throws. */
export function recordReview({ course, lesson, step }: ReviewItem, isRight: boolean): void {
  const { id } = personOnDevice;
  opened.record({
    stream: `learner/${id}`,
    type: 'review.answered',
    by: `person/${id}`,
    data: { course, lesson, step, how: isRight ? 'remembered' : 'forgotten' }
  });
}
