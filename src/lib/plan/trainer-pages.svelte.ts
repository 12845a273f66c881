import { untrack } from 'svelte';
import type { TrainerPage } from '$lib/content/schemas';
import type { CourseTrainerPages } from '$lib/content/trainer-page';
import type { Locale } from '$lib/i18n/locales';
import { trainerPagesOf, trainerPagesWorld, type TrainerPagesWorld } from '$lib/learning/trainer-pages.browser';
import type { LessonName } from './catalogue';

/** looking: being asked for · none: nobody has written one · away: not on this device, and the server is out of reach */
export type TrainerPageFound = TrainerPage | 'looking' | 'none' | 'away';

/** What the pages of a plan know of its lessons' pages for trainers. */
export class TrainerPages {
  #byCourse = $state.raw<Readonly<Record<string, CourseTrainerPages | 'looking' | 'away'>>>({});
  readonly #locale: Locale;
  readonly #world: TrainerPagesWorld;

  constructor(locale: Locale, world: TrainerPagesWorld = trainerPagesWorld()) {
    this.#locale = locale;
    this.#world = world;
  }

  /** Asks for the pages of courses, each once; with that, this device has them from now on. */
  ask(courses: readonly string[]): void {
    for (const id of courses) if (!untrack(() => id in this.#byCourse)) void this.#look(id);
  }

  of({ course, lesson }: LessonName): TrainerPageFound {
    const pages = this.#byCourse[course] ?? 'looking';
    return typeof pages === 'string' ? pages : (pages[lesson] ?? 'none');
  }

  async #look(id: string): Promise<void> {
    this.#byCourse = { ...untrack(() => this.#byCourse), [id]: 'looking' };
    const pages = await trainerPagesOf(this.#world, { id, locale: this.#locale });
    this.#byCourse = { ...this.#byCourse, [id]: pages ?? 'away' };
  }
}
