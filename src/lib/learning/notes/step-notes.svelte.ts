import { personOnDevice } from '$lib/access/person.svelte';
import type { Engine } from '$lib/sync/engine.browser';
import { opened } from '$lib/sync/opened.svelte';
import { idsOf } from '$lib/sync/snapshot';
import { earlierNotes, notes, noteText } from './notes';
import { joined, questionKey, questions, standing, type StandingQuestion } from './questions';

/** One step of a lesson. */
export interface NotedStep {
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
}

/** What the person on this device has noted at one step, and whether they want to ask about it. */
export class StepNotes {
  readonly #at: NotedStep;
  readonly #ids: readonly string[];
  readonly #notes;
  readonly #questions;

  constructor(engine: Engine, at: NotedStep) {
    this.#at = at;
    // As long as the step is on the screen it is the same person's.
    this.#ids = idsOf(opened.snapshot, personOnDevice.id);
    const keys = this.#ids.map((id) => ({ key: questionKey(id, at.lesson, at.step) }));
    this.#notes = keys.map((key) => engine.live(notes, key));
    this.#questions = keys.map((key) => engine.live(questions, key));
  }

  /** The device has been asked: an empty note is none, and no longer "not yet". */
  get loaded(): boolean {
    return [...this.#notes, ...this.#questions].every(({ loaded }) => loaded);
  }

  get text(): string {
    return noteText(this.#noteRows);
  }

  get earlier(): readonly string[] {
    return earlierNotes(this.#noteRows);
  }

  get question(): StandingQuestion | undefined {
    return standing(joined(this.#questions.flatMap(({ current }) => current ?? [])));
  }

  write(text: string): void {
    this.#record('learner', 'note.written', { ...this.#at, text });
  }

  ask(words: string): void {
    this.#record('progress', 'question.asked', { ...this.#at, ...(words === '' ? {} : { words }) });
  }

  takeBack(): void {
    this.#record('progress', 'question.withdrawn', this.#at);
  }

  get #noteRows() {
    return this.#notes.flatMap(({ current }) => current ?? []);
  }

  #record(kind: 'learner' | 'progress', type: string, data: object): void {
    const [id] = this.#ids;
    opened.record({ stream: `${kind}/${id}`, type, by: `person/${id}`, data });
  }
}
