import { personOnDevice } from '$lib/access/person.svelte';
import type { LearningPath } from '$lib/content/path';
import { opened } from '$lib/sync/opened.svelte';
import { idsOf } from '$lib/sync/snapshot';
import { pathChosen } from '../events';
import { chosenPath, pathOf } from './chosen-path';

/** The path of the person on the device. Nothing until the device's database has been read. */
export class MyPath {
  // As text: a new snapshot with the same ids does not have everything read again.
  readonly #key = $derived(idsOf(opened.snapshot, personOnDevice.id).join('|'));
  readonly #live = $derived(this.#key.split('|').map((id) => opened.engine?.live(chosenPath, { key: id })));

  /** The id of the chosen path. */
  get id(): string | undefined {
    return pathOf(this.#live.flatMap((one) => one?.current ?? []));
  }

  /** The chosen path among those of a language. */
  among(paths: readonly LearningPath[]): LearningPath | undefined {
    const { id } = this;
    return paths.find((path) => path.id === id);
  }

  choose(path: string): void {
    this.#say({ path });
  }

  /** Nothing is lost by it: what was finished stays finished, and any path can be chosen again. */
  putAway(): void {
    this.#say({});
  }

  #say(data: { path?: string }): void {
    const person = personOnDevice.id;
    opened.record({ stream: `progress/${person}`, type: pathChosen.type, data, by: `person/${person}` });
  }
}
