import type { ParseKeys } from 'i18next';
import type { GenericSchema } from 'valibot';

/** How a practice ended: alone, or with at least one hint. Nothing else ever leaves a practice. */
export type Outcome = 'done' | 'helped';

/** How much a practice shows by itself: nothing, a hint after two misses, or the next right place from the start. */
export type HelpMode = 'none' | 'hint' | 'guided';

/** A key of the message area `practice`, or of a kind's own area. */
export type SayingKey = Extract<ParseKeys, `practice${string}`>;

/** A sentence for the learner, and what to put into it. */
export interface Saying {
  key: SayingKey;
  values?: Record<string, string | number>;
  /** `good` is a step forward, `again` a kind correction, `info` neither. Colour and icon follow from it. */
  tone: 'good' | 'again' | 'info';
}

/** What every state carries, whatever the practice. */
export interface Told {
  /** Misses since the last step forward. Never shown: it only decides when help comes. */
  misses: number;
  /** The next right place is outlined and named. */
  guided: boolean;
  /** Help was shown at least once. */
  helped: boolean;
  /** The last thing said, and how many things were said before: the same sentence twice is announced twice. */
  saying: Saying | undefined;
  said: number;
}

/** What a practice says about a state. */
export interface Verdict {
  done: boolean;
  helped: boolean;
  /** The next right place in words; empty when the practice is done. */
  hints: Saying[];
  /** The sentence of the goal that is open now, as the scene has written it. */
  ask: string;
  /** Goals reached and goals in all. */
  reached: number;
  goals: number;
}

/** One line of the text alternative: what is on the pretend screen, and what a tap on it does. */
export interface Line<Action> {
  id: string;
  /** Words of the scene, or of the product. */
  words: string | Saying;
  /** The line's value in words: on, off, 3 of 5. */
  value?: Saying | string;
  action?: Action;
  /** Something is to be written first: the field's label, and what the written text does. */
  write?: { label: Saying; action: (text: string) => Action };
  /** A key of a keyboard: as narrow as its sign, beside others, and not read aloud as a sentence. */
  isSign?: true;
}

/** The control that carries out an action: the value of its `data-control`, and what to write into which field first. */
export interface Control {
  id: string;
  write?: { into: string; text: string };
}

/** The one next right move from a state: what to do, and the words that name it. */
export interface Guide<Action> {
  action: Action;
  saying: Saying;
}

/** Everyone may ask for help; each kind adds its own actions. */
export interface HelpAction {
  type: 'help';
}

/**
 * A practice without its screen: a pure state machine. The same params, seed and actions give the same state on every
 * machine: no clock, no chance, no network. Every state can be left by some action; no action throws.
 */
export interface Rules<Params, State extends Told, Action> {
  paramsSchema: GenericSchema<unknown, Params>;
  start: (params: Params, seed: number) => State;
  reduce: (state: State, action: Action | HelpAction) => State;
  judge: (state: State) => Verdict;
  /** The next right move, or undefined when all is done. */
  guide: (state: State) => Guide<Action> | undefined;
  /** Actions that lead from the start to done, with every seed. */
  solve: (params: Params) => Action[];
  /** The pretend screen in words. */
  lines: (state: State) => Line<Action>[];
  control: (action: Action) => Control;
}
