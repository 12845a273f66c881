import type { CourseFile } from '$lib/content/lesson';
import type { Engine } from '$lib/sync/engine.browser';
import { standing, type Standing } from './group-progress';
import { latest, place } from './place';
import { asOne, progress, type Progress } from './progress';

/** Where the people of a trainer's groups stand; it fills as their tablets send. */
export class GroupLearning {
  readonly #progress;
  readonly #places;

  constructor(engine: Engine) {
    this.#progress = engine.live(progress, { prefix: '' });
    this.#places = engine.live(place, { prefix: '' });
  }

  /** What one person has begun and finished. @param ids their own, and those that are read as it */
  rowsOf(ids: readonly string[]): readonly Progress[] {
    return asOne(this.#progress.current?.filter(({ person }) => ids.includes(person)) ?? []);
  }

  /** @param ids of one person: their own, and those that are read as it */
  standing(course: CourseFile, ids: readonly string[]): Standing {
    const places = this.#places.current?.filter(({ person }) => ids.includes(person)) ?? [];
    return standing(course, this.rowsOf(ids), latest(places));
  }
}
