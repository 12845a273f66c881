import type { Choice, Moment, Question, Step } from '$lib/content/lesson';
import { nextIn, type Player } from '../player.svelte';

/**
 * One person in a story that goes on. The first decision is the player's, and is kept as every answer is; the second one is
 * this page's alone: no event tells of it, and after a reload the story stands at the first again.
 */
export class Story {
  readonly #player: Player;
  readonly #step: Step;
  readonly #choices: readonly Choice[];
  /** Somebody went back to the first decision and has not made one since. */
  #isBack = $state(false);

  constructor(player: Player, step: Step, { choices }: Pick<Question, 'choices'>) {
    this.#player = player;
    this.#step = step;
    this.#choices = choices;
  }

  /** The number of the first decision. */
  get chosen(): number | undefined {
    return this.#player.answers[this.#step.id];
  }

  /** The moment to which it leads, while it is open. */
  get moment(): Moment | undefined {
    return this.#isBack ? undefined : this.#choices[this.chosen ?? -1]?.next;
  }

  /** The number of the decision in that moment. */
  get decided(): number | undefined {
    return this.moment && this.#player.answers[nextIn(this.#step)];
  }

  /** The same once more is no new answer: it opens the moment from which somebody went back. */
  choose(choice: number): void {
    const isNew = choice !== this.chosen;
    this.#isBack = false;
    if (!isNew) return;
    this.#forget();
    this.#player.choose(this.#step, choice);
  }

  decide(choice: number): void {
    if (this.moment?.choices[choice]) this.#player.answers[nextIn(this.#step)] = choice;
  }

  /** One decision back: the first stays as it was made, until another one is. */
  back(): void {
    this.#isBack = true;
    this.#forget();
  }

  #forget(): void {
    this.#player.answers[nextIn(this.#step)] = undefined;
  }
}
