import type { CourseFile } from '$lib/content/lesson';
import type { Engine } from '$lib/sync/engine.browser';
import { standing, type Standing } from './group-progress';
import { latest, place } from './place';
import { asOne, progress } from './progress';

/** Where the people of a trainer's groups stand; it fills as their tablets send. */
export class GroupLearning {
  readonly #progress;
  readonly #places;

  constructor(engine: Engine) {
    this.#progress = engine.live(progress, { prefix: '' });
    this.#places = engine.live(place, { prefix: '' });
  }

  /** @param ids of one person: their own, and those that are read as it */
  standing(course: CourseFile, ids: readonly string[]): Standing {
    const isTheirs = (row: { readonly person: string }) => ids.includes(row.person);
    const rows = asOne(this.#progress.current?.filter(isTheirs) ?? []);
    return standing(course, rows, latest(this.#places.current?.filter(isTheirs) ?? []));
  }
}
