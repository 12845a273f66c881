import type { Question, Step } from '$lib/content/lesson';
import { seedOf } from '$lib/practice/chance';
import type { Player } from '../player.svelte';
import { back, choiceOf, gone, looseOf, shuffledOf, solvedOf, type Arrangement, type Trail } from './arrangement';

/** One person ordering or matching the things of one step. What they come to is the player's; the way there is not kept. */
export class Arranging {
  /** Where the things of an order stand at first; in a match, in which order the partners stand. */
  readonly shuffled: readonly number[];
  readonly count: number;
  readonly #player: Player;
  readonly #step: Step;
  readonly #start: Arrangement;
  /** Nothing before the first step. */
  #trail = $state.raw<Trail>();
  #told = $state.raw<{ of: Arrangement; choice: number | undefined }>();

  constructor(player: Player, step: Step, { choices, form }: Question) {
    this.#player = player;
    this.#step = step;
    // The last two choices are no things (lesson.ts, `AnswerForm`).
    this.count = choices.length - 2;
    this.shuffled = shuffledOf(this.count, seedOf(`${player.lesson.id}/${step.id}`));
    this.#start = form?.kind === 'order' ? this.shuffled : looseOf(this.count);
  }

  get now(): Arrangement {
    return this.#trail?.now ?? (this.#answered >= this.count ? solvedOf(this.count) : this.#start);
  }

  /** The choice whose feedback is shown: it was come to, and nothing has been changed since. */
  get told(): number | undefined {
    if (!this.#trail && this.#answered >= this.count) return this.#answered;
    return this.#told?.of === this.now ? this.#told.choice : undefined;
  }

  /** Somebody wanted to know before everything had a partner. */
  get isAskedTooSoon(): boolean {
    return this.#told?.of === this.now && this.#told.choice === undefined;
  }

  get canGoBack(): boolean {
    return (this.#trail?.past.length ?? 0) > 0;
  }

  go(next: Arrangement): void {
    this.#trail = gone(this.#way, next);
  }

  back(): void {
    this.#trail = back(this.#way);
  }

  check(): void {
    this.#tell(choiceOf(this.now));
  }

  /** "I don't know": it is shown how it is right. */
  show(): void {
    this.go(solvedOf(this.count));
    this.#tell(this.count + 1);
  }

  get #answered(): number {
    return this.#player.answers[this.#step.id] ?? -1;
  }

  get #way(): Trail {
    return this.#trail ?? { now: this.now, past: [] };
  }

  #tell(choice: number | undefined): void {
    this.#trail = this.#way;
    this.#told = { of: this.now, choice };
    if (choice !== undefined) this.#player.choose(this.#step, choice);
  }
}
