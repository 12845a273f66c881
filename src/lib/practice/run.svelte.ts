import type { Guide, HelpAction, HelpMode, Line, Outcome, Rules, Saying, Told, Verdict } from './contract.ts';

/**
 * What the next tap on the key for help does. hint: names and outlines the next right place · lead: does so from place to
 * place, up to the end · show: does the next thing in the person's stead
 */
export type HelpStage = 'hint' | 'lead' | 'show';

/** A line of the text alternative, with its action bound to the run. */
export interface ShownLine {
  id: string;
  words: string | Saying;
  value: Saying | string | undefined;
  tap: (() => void) | undefined;
  write: { label: Saying; send: (text: string) => void } | undefined;
  isSign: boolean;
  /** The next right place. */
  isNext: boolean;
}

/** What the frame needs of a run, whatever the practice. */
export interface Practised {
  readonly saying: Saying | undefined;
  readonly said: number;
  readonly verdict: Verdict;
  readonly lines: readonly ShownLine[];
  readonly stage: HelpStage;
  /** The next right place in words, as long as it is outlined. */
  readonly next: Saying | undefined;
  /** What was done in the person's stead just now. */
  readonly shown: Saying | undefined;
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
  readonly stage: HelpStage;
  readonly next: Saying | undefined;
  starts = $state(0);
  shown = $state.raw<Saying>();
  /** A hint was asked for since the last goal was reached. */
  #isHinted = $state(false);
  #isLed = $state(false);
  readonly #guide: Guide<Action> | undefined;
  #rules: Rules<Params, State, Action>;
  #params: Params;
  #seed: number;
  #ondone: (outcome: Outcome) => void;
  #state: State;
  #reported = false;
  /** What broke: thrown where the screen is drawn, so that the kind words stand in its place. */
  #broken = $state.raw<{ error: unknown }>();

  constructor({ rules, params, seed, helpMode, ondone }: Start<Params, State, Action>) {
    this.#rules = rules;
    this.#params = { ...params, help: helpMode ?? params.help };
    this.#seed = seed;
    this.#ondone = ondone;
    this.#state = $state.raw(rules.start(this.#params, seed));
    this.verdict = $derived(rules.judge(this.state));
    this.#guide = $derived(this.#state.guided || this.#isLed ? rules.guide(this.#state) : undefined);
    this.lines = $derived(rules.lines(this.#state).map((line) => this.#lineNow(line)));
    this.outlined = $derived(this.#guide && rules.control(this.#guide.action).id);
    this.next = $derived(this.#guide?.saying);
    this.stage = $derived(this.#isLed ? 'show' : this.#isHinted ? 'lead' : 'hint');
  }

  get state(): State {
    if (this.#broken) throw this.#broken.error;
    return this.#state;
  }

  get saying(): Saying | undefined {
    return this.#state.saying;
  }

  get said(): number {
    return this.#state.said;
  }

  send(action: Action): void {
    this.shown = undefined;
    this.#act(action);
  }

  help(): void {
    const { stage } = this;
    this.shown = undefined;
    this.#act({ type: 'help' });
    if (this.#broken) return;
    if (stage === 'show') this.#show();
    else if (stage === 'lead') this.#isLed = true;
    else this.#isHinted = !this.verdict.done;
  }

  restart(): void {
    this.starts += 1;
    this.shown = undefined;
    this.#isHinted = false;
    this.#isLed = false;
    this.#state = this.#rules.start(this.#params, this.#seed);
  }

  /** Does the next right thing; that help was there is known by then. */
  #show(): void {
    const next = this.#rules.guide(this.#state);
    if (!next) return;
    const { said } = this;
    this.#act(next.action);
    // Where the act itself says nothing, the hint still stands there.
    this.shown = this.said === said ? this.saying : next.saying;
  }

  #act(action: Action | HelpAction): void {
    try {
      this.#become(this.#rules.reduce(this.#state, action));
    } catch (error) {
      this.#broken = { error };
    }
  }

  #become(state: State): void {
    const { reached } = this.verdict;
    this.#state = state;
    if (this.verdict.reached > reached) this.#isHinted = false;
    if (this.#reported || !this.verdict.done) return;
    this.#reported = true;
    this.#ondone(this.verdict.helped ? 'helped' : 'done');
  }

  #lineNow({ id, words, value, action, write, isSign }: Line<Action>): ShownLine {
    const next = this.#guide;
    const text = next && (this.#rules.control(next.action).write?.text ?? '');
    const does = action ?? (text === undefined ? undefined : write?.action(text));
    return {
      id,
      words,
      value,
      tap: action && (() => this.send(action)),
      write: write && { label: write.label, send: (written) => this.send(write.action(written)) },
      isSign: isSign === true,
      isNext: does !== undefined && next !== undefined && isSame(does, next.action)
    };
  }
}

/** Whether two acts are the same: they are flat. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(Object.entries(Object(one)).sort()) === JSON.stringify(Object.entries(Object(other)).sort());
}
