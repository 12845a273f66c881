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

/**
 * Follows the guide from a state to the end.
 * @throws when the guide walks in a circle: a scene that cannot be solved must not be published
 */
export function follow<State, Action>(
  from: State,
  guide: (state: State) => Guide<Action> | undefined,
  reduce: (state: State, action: Action) => State
): Action[] {
  const actions: Action[] = [];
  for (let state = from, next = guide(state); next; next = guide(state)) {
    if (actions.length === mostMoves) throw new Error(`After ${mostMoves} moves a goal is still open.`);
    actions.push(next.action);
    state = reduce(state, next.action);
  }
  return actions;
}

/** The controls that solve a scene, in order: what a test, or a person with a keyboard, has to activate. */
export const controlsOf = <Params, State extends Told, Action>(
  rules: Rules<Params, State, Action>,
  params: Params
): Control[] => rules.solve(params).map(rules.control);
