import type { PracticeOutcome } from './events';

/** What the player says happened; who did it and where it is kept is the recorder's business. */
export type Deed =
  | { type: 'place.moved' | 'step.completed'; data: { course: string; lesson: string; step: string } }
  | { type: 'lesson.completed'; data: { course: string; lesson: string } }
  | { type: 'practice.completed'; data: { course: string; lesson: string; step: string; outcome: PracticeOutcome } }
  | { type: 'answer.given'; data: { course: string; lesson: string; step: string; choice: number; right: boolean } };

/** What a person did in a lesson before. */
export interface Memory {
  /** by step id: the choice that counts */
  answers: Record<string, number>;
  practices: Record<string, PracticeOutcome>;
}

/** Where the player's deeds go. */
export interface Recorder {
  /** Never waits and never throws: a deed that cannot be kept shows in the status, and learning goes on. */
  record(deed: Deed): void;
  recall(lesson: string): Promise<Memory>;
}
