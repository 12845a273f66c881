import { personOnDevice } from '$lib/access/person.svelte';
import type { CourseFile, LessonEntry } from '$lib/content/lesson';
import { opened } from '$lib/sync/opened.svelte';
import { idsOf } from '$lib/sync/snapshot';
import { latest, place, type ResumePlace } from './place';
import { asOne, progress, type Progress } from './progress';

/** How far the person on the device has come. Empty until the device's database has been read. */
export class MyLearning {
  // As text: a new snapshot with the same ids does not have everything read again.
  readonly #key = $derived(idsOf(opened.snapshot, personOnDevice.id).join('|'));
  readonly #ids = $derived(this.#key.split('|'));
  readonly #live = $derived(this.#ids.map((id) => opened.engine?.live(progress, { prefix: `${id}|` })));
  readonly #places = $derived(this.#ids.map((id) => opened.engine?.live(place, { key: id })));
  readonly #rows = $derived(asOne(this.#live.flatMap((rows) => rows?.current ?? [])));

  /** Where the person was last. */
  get place(): ResumePlace | undefined {
    return latest(this.#places.flatMap((one) => one?.current ?? []));
  }

  /** What is known of every lesson that was begun. */
  get rows(): readonly Progress[] {
    return this.#rows;
  }

  /** The device's database has been read. */
  get isRead(): boolean {
    return this.#live.every((rows) => rows?.current !== undefined);
  }

  of(lesson: string): Progress | undefined {
    return this.#rows.find((row) => row.lesson === lesson);
  }

  /** At least one lesson is finished: there is something that could be refreshed. */
  get hasFinished(): boolean {
    return this.#rows.some(({ completedAt }) => completedAt !== undefined);
  }

  /** How many lessons of a course are finished. */
  finished(course: string): number {
    return this.#rows.filter((row) => row.course === course && row.completedAt !== undefined).length;
  }

  /** The step, from 1, at which a lesson goes on; 1 where it has not been begun. */
  stepOf(lesson: LessonEntry): number {
    const here = this.place;
    if (here?.lesson === lesson.id) return Math.max(lesson.steps.indexOf(here.step), 0) + 1;
    const done = this.of(lesson.id)?.steps ?? {};
    const first = lesson.steps.findIndex((step) => done[step] === undefined);
    return first < 0 ? 1 : first + 1;
  }

  /** The lesson with which a course goes on: where the person was, else the first unfinished one. */
  nextOf(course: CourseFile): LessonEntry | undefined {
    const unfinished = course.lessons.filter((lesson) => this.of(lesson.id)?.completedAt === undefined);
    return unfinished.find((lesson) => lesson.id === this.place?.lesson) ?? unfinished[0];
  }
}
