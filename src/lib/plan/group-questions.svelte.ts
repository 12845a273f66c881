import { questionAnswered } from '$lib/learning/events';
import { questions, type StandingQuestion } from '$lib/learning/notes/questions';
import type { Engine } from '$lib/sync/engine.browser';
import { groupQuestions, type GroupQuestion, type People } from './group-questions';

interface Around extends People {
  readonly engine: Engine;
  /** `staff/<id>` */
  readonly by: string;
}

/** What the people of a group want to ask, by lesson and step, and the trainer's word that it is answered. */
export class GroupQuestions {
  readonly #around: Around;
  readonly #rows;

  constructor(around: Around) {
    this.#around = around;
    this.#rows = around.engine.live(questions, { prefix: '' });
  }

  get open(): readonly GroupQuestion[] {
    return this.#all.filter(({ isAnswered }) => !isAnswered);
  }

  get answered(): readonly GroupQuestion[] {
    return this.#all.filter(({ isAnswered }) => isAnswered);
  }

  /** Says that a question is answered, or is open after all. It stands where the question stands. */
  async answer({ person, course, lesson, step, id }: StandingQuestion, on: boolean): Promise<void> {
    const { engine, by } = this.#around;
    const data = { course, lesson, step, question: id, on };
    await engine.record({ stream: `progress/${person}`, type: questionAnswered.type, by, seen: undefined, data });
  }

  get #all(): readonly GroupQuestion[] {
    return groupQuestions(this.#rows.current ?? [], this.#around);
  }
}
