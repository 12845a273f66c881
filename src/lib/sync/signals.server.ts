import type { Signals, StreamChange } from './signals';

type Listener = (changes: readonly StreamChange[]) => void;

/** Signals within one process. */
export function localSignals(): Signals {
  const listeners = new Set<Listener>();
  return {
    publish(changes) {
      if (changes.length > 0) for (const listener of listeners) listener(changes);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}
