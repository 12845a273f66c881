import type { HelpAction, Rules, Told } from './contract.ts';
import { info } from './saying.ts';
import { say } from './telling.ts';
import { undoLine } from './undo.ts';

/** A state that remembers how all of it stood before the last step, and that one before its own. */
export type Reversible<State extends Told> = State & { before?: Reversible<State> | undefined };

interface UndoAction {
  type: 'undo';
}

const isUndo = (action: { type: string }): action is UndoAction => action.type === 'undo';

/** What was said and shown is no step: taken back, it would be said again. */
const toldParts: ReadonlySet<string> = new Set([
  'misses',
  'guided',
  'helped',
  'saying',
  'said'
] satisfies (keyof Told)[]);

/** Whether a step changed anything but what is told. */
const isStep = (from: object, to: object): boolean =>
  Object.entries(to).some(
    ([part, value]) => part !== 'before' && !toldParts.has(part) && value !== Reflect.get(from, part)
  );

/**
 * Rules of a kind in which every act is a step, with the way back: each step can be taken back, up to the start. What
 * seemed real is forgotten together with all that led to it.
 * @param passing acts that only follow the eye, as a list that is scrolled: they are no steps
 */
export function reversible<Params, State extends Told, Action extends { type: string }>(
  rules: Rules<Params, State, Action>,
  passing: readonly Action['type'][] = []
): Rules<Params, Reversible<State>, Action | UndoAction> {
  type Whole = Reversible<State>;

  function takenBack(state: Whole): Whole {
    const { before } = state;
    if (!before) return say(state, info('practice.nothingToUndo'));
    const { misses, guided, helped, said } = state;
    return say({ ...before, misses, guided, helped, said }, info('practice.undone'));
  }

  function reduce(state: Whole, action: Action | UndoAction | HelpAction): Whole {
    if (isUndo(action)) return takenBack(state);
    const next = rules.reduce(state, action);
    if (next === state) return state;
    if (next.said > state.said && next.saying?.key === 'practice.frame.noRealData')
      return { ...next, before: undefined };
    const steps = isStep(state, next) && !passing.includes(action.type);
    return { ...next, before: steps ? state : state.before };
  }

  return {
    ...rules,
    reduce,
    start: (params, seed) => ({ ...rules.start(params, seed), before: undefined }),
    lines: (state) => [...rules.lines(state), undoLine],
    control: (action) => (isUndo(action) ? { id: 'undo' } : rules.control(action))
  };
}
