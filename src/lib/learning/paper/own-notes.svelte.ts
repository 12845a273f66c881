import { personOnDevice } from '$lib/access/person.svelte';
import type { Lesson } from '$lib/content/lesson';
import { opened } from '$lib/sync/opened.svelte';
import { idsOf } from '$lib/sync/snapshot';
import { notesOfLesson, type NotedAt } from '../notes/lesson-notes';
import { notes } from '../notes/notes';

/** What the person on this device noted in one lesson. */
export class OwnNotes {
  readonly #lesson: Lesson;
  readonly #rows = $derived.by(() => this.#ids.map((id) => opened.engine?.live(notes, { prefix: this.#prefix(id) })));

  constructor(lesson: Lesson) {
    this.#lesson = lesson;
  }

  get all(): NotedAt[] {
    return notesOfLesson(
      this.#lesson,
      this.#rows.flatMap((row) => row?.current ?? [])
    );
  }

  /** Nobody's on a club tablet without a name: whoever comes next would print what was noted there. */
  get #ids(): readonly string[] {
    const { engine, snapshot, snapshotLoaded } = opened;
    if (!engine || !snapshotLoaded || (snapshot?.tablet && !personOnDevice.current)) return [];
    return idsOf(snapshot, personOnDevice.id);
  }

  #prefix(id: string): string {
    return `${id}|${this.#lesson.id}|`;
  }
}
