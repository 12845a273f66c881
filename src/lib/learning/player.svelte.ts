import { createContext } from 'svelte';
import type { Lesson, Step, StepPractice } from '$lib/content/lesson';
import type { PracticeOutcome } from './events';
import type { Recorder } from './recorder';

/** The part of the address that stands for the screen after the last step. */
const finishHash = '#done';

/** Where the player keeps what was decided second in a step. No step has such an id; it is this page's, and no event's. */
export const nextIn = ({ id }: Step): string => `${id}/next`;

/**
 * One person going through one lesson: where they are, what they answered, what they practised. Every move is handed
 * to the recorder; nothing here waits for it.
 */
export class Player {
  /** Counted from 0; equal to the number of steps on the finish screen. */
  index = $state(0);
  /** Somebody asked for a step that the lesson does not have. */
  unknownStep = $state(false);
  /** By step id: the choice that is shown as chosen; below `nextIn(step)` that of the moment to which it leads. */
  answers = $state<Record<string, number | undefined>>({});
  /** By step id: a choice was not right; now the hint is shown. */
  hinted = $state<Record<string, boolean>>({});
  practised = $state<Record<string, PracticeOutcome>>({});
  /** The practice that broke last: its step asks for nothing any more. */
  broken = $state.raw<StepPractice>();
  readonly lesson: Lesson;
  readonly #recorder: Recorder;
  #moved = false;

  constructor(lesson: Lesson, recorder: Recorder) {
    this.lesson = lesson;
    this.#recorder = recorder;
  }

  get total(): number {
    return this.lesson.steps.length;
  }

  get step(): Step | undefined {
    return this.lesson.steps[this.index];
  }

  get finished(): boolean {
    return this.index >= this.total;
  }

  /** What this step asks for is done, so that going on is the natural thing. */
  get settled(): boolean {
    const step = this.step;
    if (!step) return true;
    if (step.practice) return this.practised[step.id] !== undefined || this.broken === step.practice;
    if (!step.question) return true;
    const chosen = this.answers[step.id];
    if (chosen === undefined) return false;
    const choice = step.question.choices[chosen];
    if (step.kind === 'decide') return !choice?.next || this.answers[nextIn(step)] !== undefined;
    return step.kind === 'talk' || choice?.right === true;
  }

  /** The address of the screen after this one and of the one before; before the first there is none in the lesson. */
  get nextHash(): string {
    return this.index + 1 < this.total ? `#${this.index + 2}` : finishHash;
  }

  get backHash(): string | undefined {
    return this.index > 0 ? `#${this.index}` : undefined;
  }

  /** Takes over what the address says: `#3` is the third step. */
  goTo(hash: string): void {
    const wanted = hash === '' ? 1 : hash === finishHash ? this.total + 1 : Number(hash.slice(1));
    this.unknownStep = !Number.isInteger(wanted) || wanted < 1 || wanted > this.total + 1;
    this.index = this.unknownStep ? 0 : wanted - 1;
    const { step } = this;
    // A look at the first step is no place to come back to: nothing is kept until somebody goes on.
    if (step && (this.index > 0 || this.#moved))
      this.#recorder.record({ type: 'place.moved', data: this.#place(step) });
    this.#moved = true;
  }

  /** The person goes on: this step is done, and with the last one the lesson. */
  complete(): void {
    const { step } = this;
    if (!step) return;
    this.#recorder.record({ type: 'step.completed', data: this.#place(step) });
    if (this.index + 1 === this.total) {
      const { course, id } = this.lesson;
      this.#recorder.record({ type: 'lesson.completed', data: { course, lesson: id } });
    }
  }

  choose(step: Step, choice: number): void {
    const { right, neutral } = step.question?.choices[choice] ?? { right: false };
    this.answers[step.id] = choice;
    if (!right && !neutral && step.kind !== 'decide') this.hinted[step.id] = true;
    this.#recorder.record({ type: 'answer.given', data: { ...this.#place(step), choice, right } });
  }

  /** They have talked about it: the step is done, and nothing else is kept. */
  talk(step: Step): void {
    this.answers[step.id] = 0;
    this.#recorder.record({ type: 'step.completed', data: this.#place(step) });
  }

  practise(step: Step, outcome: PracticeOutcome): void {
    if (this.practised[step.id] !== undefined) return;
    this.practised[step.id] = outcome;
    this.#recorder.record({ type: 'practice.completed', data: { ...this.#place(step), outcome } });
  }

  /** Shows again what this person answered and practised here before. */
  async restore(): Promise<void> {
    const { answers, practices } = await this.#recorder.recall(this.lesson.id);
    this.answers = { ...answers, ...this.answers };
    this.practised = { ...practices, ...this.practised };
  }

  #place(step: Step) {
    return { course: this.lesson.course, lesson: this.lesson.id, step: step.id };
  }
}

/** The player of the lesson on the screen, for its parts. */
export const [usePlayer, providePlayer] = createContext<Player>();
