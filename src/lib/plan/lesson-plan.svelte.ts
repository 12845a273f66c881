import type { Engine } from '$lib/sync/engine.browser';
import type { Draft } from '$lib/sync/event';
import { callWish, callWishKey, lastCalls, type CallWish } from './call-wish';
import type { LessonName } from './catalogue';
import { debrief, hardOf } from './debrief';
import {
  callNoted,
  difficultyNamed,
  lessonDropped,
  lessonPlanned,
  lessonProposed,
  lessonReached,
  mostAtOnce,
  wordsWritten,
  type CallState,
  type Difficulty,
  type Reach,
  type WordPart
} from './events';
import { meetingWords, meetingWordsKey, type MeetingWords, type WordsEntry } from './meeting-words';
import {
  inPlan,
  isPlanned,
  plannedLesson,
  plannedLessonKey,
  standingPlannings,
  type PlannedLesson
} from './planned-lesson';

interface Around {
  readonly engine: Engine;
  readonly meeting: string;
  /** `staff/<id>` */
  readonly by: string;
  /** the person that an id is read as, where two entries are one person */
  keptOf(this: void, id: string): string;
}

/** What is planned for one meeting and what came of it, as this device shows it, and what the trainer says about it. */
export class LessonPlan {
  /** The lesson that was taken out last, so that it can be put back. */
  lastDropped = $state.raw<LessonName>();
  readonly #around: Around;
  readonly #lessons;
  readonly #words;
  readonly #debrief;
  readonly #calls;

  constructor(around: Around) {
    this.#around = around;
    const { engine, meeting } = around;
    this.#lessons = engine.live(plannedLesson, { prefix: plannedLessonKey(meeting, '') });
    this.#words = engine.live(meetingWords, { prefix: meetingWordsKey(meeting, '') });
    this.#debrief = engine.live(debrief, { key: meeting });
    this.#calls = engine.live(callWish, { prefix: callWishKey(meeting, '') });
  }

  get loaded(): boolean {
    return this.#lessons.loaded && this.#words.loaded && this.#debrief.loaded && this.#calls.loaded;
  }

  get rows(): readonly PlannedLesson[] {
    return this.#lessons.current ?? [];
  }

  get lessons(): readonly PlannedLesson[] {
    return inPlan(this.rows);
  }

  get hard(): readonly Difficulty[] {
    return hardOf(this.#debrief.current);
  }

  /** Each person once, with the last that was said of them. */
  get calls(): readonly CallWish[] {
    return lastCalls(this.#calls.current ?? [], this.#around.keptOf);
  }

  wordsOf(part: WordPart): MeetingWords | undefined {
    return this.#words.current?.find((row) => row.part === part);
  }

  isPlanned({ lesson }: LessonName): boolean {
    const row = this.#of(lesson);
    return row !== undefined && isPlanned(row);
  }

  isProposed({ lesson }: LessonName): boolean {
    return this.#of(lesson)?.proposed?.on === true;
  }

  stateOf(person: string): CallState {
    return this.calls.find((call) => call.person === person)?.state ?? 'none';
  }

  async plan(...names: readonly LessonName[]): Promise<void> {
    const fresh = names.filter((name) => !this.isPlanned(name));
    this.lastDropped = undefined;
    if (fresh.length > 0)
      await this.#record(fresh.map(({ course, lesson }) => ({ type: lessonPlanned.type, data: { course, lesson } })));
  }

  /** Takes a lesson out of the plan. What another trainer has put in meanwhile stays. */
  async drop({ course, lesson }: LessonName): Promise<void> {
    const row = this.#of(lesson);
    const plannings = row ? standingPlannings(row).slice(-mostAtOnce) : [];
    if (plannings.length === 0) return;
    const data = { course, lesson, plannings: plannings.map(({ id }) => id) };
    await this.#record([{ type: lessonDropped.type, data }]);
    this.lastDropped = { course, lesson };
  }

  async putBack(): Promise<void> {
    if (this.lastDropped) await this.plan(this.lastDropped);
  }

  async reach({ course, lesson }: LessonName, how: Reach): Promise<void> {
    await this.#record([{ type: lessonReached.type, data: { course, lesson, how } }]);
  }

  async propose({ course, lesson }: LessonName, on: boolean): Promise<void> {
    await this.#record([{ type: lessonProposed.type, data: { course, lesson, on } }]);
  }

  /** Writes a note, or another text in the place of one; an empty text strikes it out. */
  async write(part: WordPart, text: string, instead?: WordsEntry): Promise<void> {
    const data = { part, text, ...(instead ? { replaces: [instead.id] } : {}) };
    await this.#record([{ type: wordsWritten.type, data }]);
  }

  async nameDifficulty(what: Difficulty, on: boolean): Promise<void> {
    await this.#record([{ type: difficultyNamed.type, data: { what, on } }]);
  }

  async noteCall(person: string, state: CallState): Promise<void> {
    await this.#record([{ type: callNoted.type, data: { person, state } }]);
  }

  #of(lesson: string): PlannedLesson | undefined {
    return this.rows.find((row) => row.lesson === lesson);
  }

  async #record(all: readonly Pick<Draft, 'type' | 'data'>[]): Promise<void> {
    const { engine, meeting, by } = this.#around;
    await engine.record(all.map((one) => ({ ...one, seen: undefined, stream: `meeting/${meeting}`, by })));
  }
}
