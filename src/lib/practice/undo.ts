import type { Told } from './contract.ts';
import { info } from './saying.ts';
import { say } from './telling.ts';

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

/** What the key for it does: the last thing is taken back, and it is said. */
export function takeBack<State extends Undoable<object>>(state: State): State {
  const before = undo(state);
  return before ? say(before, info('practice.undone')) : say(state, info('practice.nothingToUndo'));
}

/** The same in the list of all that can be done; and the way back by one page of the pretend device. */
export const undoLine = { id: 'undo', words: info('practice.undo'), action: { type: 'undo' } } as const;
export const backLine = { id: 'back', words: info('practice.back'), action: { type: 'back' } } as const;
