import type { Told } from './contract.ts';

/** A state of which one part can be taken back step by step: how it stands now, and how it stood before each step. */
export interface Undoable<Now extends object> extends Told {
  now: Now;
  past: readonly Now[];
}

/** The part of a fresh state that can be taken back. */
export const undoable = <Now extends object>(now: Now): { now: Now; past: readonly Now[] } => ({ now, past: [] });

/** The state after something was done, with the way back kept. */
export function did<State extends Undoable<object>>(state: State, change: Partial<State['now']>): State {
  return { ...state, now: { ...state.now, ...change }, past: [...state.past, state.now] };
}

/** The state before the last thing that was done; undefined where there is none. */
export function undo<State extends Undoable<object>>(state: State): State | undefined {
  const before = state.past.at(-1);
  return before === undefined ? undefined : { ...state, now: before, past: state.past.slice(0, -1) };
}
