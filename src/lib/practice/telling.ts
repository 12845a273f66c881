import type { Control, Guide, HelpMode, Rules, Saying, Told, Verdict } from './contract.ts';

/** Help comes by itself after this many misses in a row. */
const missesUntilHelp = 2;

/** What a practice has told at its start: nothing, or with `guided` the next right place. */
export const untold = (help: HelpMode): Told => ({
  misses: 0,
  guided: help === 'guided',
  helped: false,
  saying: undefined,
  said: 0
});

/** The same state with one more sentence said. */
export function say<State extends Told>(state: State, saying: Saying): State {
  return { ...state, saying, said: state.said + 1 };
}

/** The state after a step forward: the misses are forgotten, the outline goes unless the scene is guided. */
export function forward<State extends Told>(state: State, help: HelpMode, saying: Saying): State {
  return say({ ...state, misses: 0, guided: help === 'guided' }, saying);
}

/** The state after a miss. After the second one in a row the next right place is outlined, unless the scene forbids it. */
export function miss<State extends Told>(state: State, help: HelpMode, saying: Saying): State {
  const misses = state.misses + 1;
  const shown = misses >= missesUntilHelp && help !== 'none';
  return say({ ...state, misses, guided: state.guided || shown, helped: state.helped || shown }, saying);
}

/** The state after somebody asked for help: the next right place is named and outlined. */
export function helpWith<State extends Told>(state: State, guide: Guide<unknown> | undefined): State {
  if (!guide) return state;
  return say({ ...state, guided: true, helped: true }, guide.saying);
}

/**
 * What a practice says about a state whose goals are reached one after the other.
 * @param asks the scene's sentences, one for each goal
 */
export function verdictOf(
  state: Told,
  asks: readonly string[],
  reached: number,
  guide: Guide<unknown> | undefined
): Verdict {
  return {
    done: reached >= asks.length,
    helped: state.helped,
    hints: guide ? [guide.saying] : [],
    ask: asks[Math.min(reached, asks.length - 1)] ?? '',
    reached,
    goals: asks.length
  };
}

/** A move that the guide names can never be needed more often than this in one scene. */
const mostMoves = 500;

/** Follows the guide from a state to the end; where it walks in a circle, for as long as any scene may last. */
export function follow<State, Action>(
  from: State,
  guide: (state: State) => Guide<Action> | undefined,
  reduce: (state: State, action: Action) => State
): Action[] {
  const actions: Action[] = [];
  for (let state = from, next = guide(state); next && actions.length < mostMoves; next = guide(state)) {
    actions.push(next.action);
    state = reduce(state, next.action);
  }
  return actions;
}

/** A scene that its own solver cannot bring to the end must not be published. */
class UnsolvableScene extends Error {
  /** Counted from 0: the goal that stays open. */
  readonly goal: number;

  constructor(goal: number, what: string) {
    super(what);
    this.goal = goal;
  }
}

/**
 * The controls that solve a scene, in order: what a test, or a person with a keyboard, has to activate.
 * @throws UnsolvableScene where they do not lead to the end
 */
export function controlsOf<Params, State extends Told, Action>(
  rules: Rules<Params, State, Action>,
  params: Params
): Control[] {
  const actions = rules.solve(params);
  const { done, reached, goals, ask } = rules.judge(actions.reduce(rules.reduce, rules.start(params, 0)));
  if (done) return actions.map(rules.control);
  const way = actions.length < mostMoves ? `After ${actions.length} moves` : `Even after ${mostMoves} moves`;
  throw new UnsolvableScene(reached, `${way} its goal ${reached + 1} of ${goals} is still open: "${ask}"`);
}
