import type { CourseFile } from '$lib/content/lesson';
import type { Engine } from '$lib/sync/engine.browser';
import { standing, type Standing } from './group-progress';
import { place } from './place';
import { progress } from './progress';

/** Where the people of a trainer's groups stand; it fills as their tablets send. */
export class GroupLearning {
  readonly #progress;
  readonly #places;

  constructor(engine: Engine) {
    this.#progress = engine.live(progress, { prefix: '' });
    this.#places = engine.live(place, { prefix: '' });
  }

  standing(course: CourseFile, person: string): Standing {
    const rows = this.#progress.current?.filter((row) => row.person === person) ?? [];
    return standing(
      course,
      rows,
      this.#places.current?.find((row) => row.person === person)
    );
  }
}
