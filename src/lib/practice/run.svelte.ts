import type { HelpMode, Line, Outcome, Rules, Saying, Told, Verdict } from './contract.ts';

/** A line of the text alternative, with its action bound to the run. */
export interface ShownLine {
  id: string;
  words: string | Saying;
  value: Saying | string | undefined;
  tap: (() => void) | undefined;
  write: { label: Saying; send: (text: string) => void } | undefined;
}

/** What the frame needs of a run, whatever the practice. */
export interface Practised {
  readonly saying: Saying | undefined;
  readonly said: number;
  readonly verdict: Verdict;
  readonly lines: readonly ShownLine[];
  /** How often it was started again: what a screen keeps by itself, a half-written text, goes with it. */
  readonly starts: number;
  restart: () => void;
  help: () => void;
}

interface Start<Params, State extends Told, Action> {
  rules: Rules<Params, State, Action>;
  params: Params;
  seed: number;
  helpMode: HelpMode | undefined;
  /** Called once in the life of a run, however often it is started again. */
  ondone: (outcome: Outcome) => void;
}

/** One person at one practice: the state machine made visible. */
export class Run<Params extends { help: HelpMode }, State extends Told, Action> implements Practised {
  readonly verdict: Verdict;
  readonly lines: readonly ShownLine[];
  /** The control that is outlined now, by its `data-control`. */
  readonly outlined: string | undefined;
  starts = $state(0);
  #rules: Rules<Params, State, Action>;
  #params: Params;
  #seed: number;
  #ondone: (outcome: Outcome) => void;
  #state: State;
  #reported = false;

  constructor({ rules, params, seed, helpMode, ondone }: Start<Params, State, Action>) {
    this.#rules = rules;
    this.#params = { ...params, help: helpMode ?? params.help };
    this.#seed = seed;
    this.#ondone = ondone;
    this.#state = $state.raw(rules.start(this.#params, seed));
    this.verdict = $derived(rules.judge(this.#state));
    this.lines = $derived(rules.lines(this.#state).map((line) => this.#shown(line)));
    this.outlined = $derived(this.#controlNow());
  }

  get state(): State {
    return this.#state;
  }

  get saying(): Saying | undefined {
    return this.#state.saying;
  }

  get said(): number {
    return this.#state.said;
  }

  send(action: Action): void {
    this.#become(this.#rules.reduce(this.#state, action));
  }

  help(): void {
    this.#become(this.#rules.reduce(this.#state, { type: 'help' }));
  }

  restart(): void {
    this.starts += 1;
    this.#state = this.#rules.start(this.#params, this.#seed);
  }

  #become(state: State): void {
    this.#state = state;
    if (this.#reported || !this.verdict.done) return;
    this.#reported = true;
    this.#ondone(this.verdict.helped ? 'helped' : 'done');
  }

  #controlNow(): string | undefined {
    const next = this.#state.guided ? this.#rules.guide(this.#state) : undefined;
    return next && this.#rules.control(next.action).id;
  }

  #shown({ id, words, value, action, write }: Line<Action>): ShownLine {
    return {
      id,
      words,
      value,
      tap: action && (() => this.send(action)),
      write: write && { label: write.label, send: (text) => this.send(write.action(text)) }
    };
  }
}
