import type { Surroundings } from '$lib/sync/surroundings';

/** A page whose network, sight and timers the test holds in its hand. */
export interface TestPage extends Surroundings {
  /** how often the browser was asked to keep the data */
  readonly asked: number[];
  /** how often the browser was asked to send later, with or without a page */
  readonly wakes: number[];
  /** what broke */
  readonly reported: unknown[];
  set(change: { online?: boolean; visible?: boolean }): void;
  /** Lets the next planned call happen. Answers how long it would have waited, in milliseconds. */
  ring(): number | undefined;
  /** the waits that are planned, in milliseconds */
  readonly waits: readonly number[];
}

export function aPage({ isSecure = true } = {}): TestPage {
  let [isOnline, isVisible] = [true, true];
  const listeners = new Set<() => void>();
  const planned = new Map<symbol, { ms: number; call: () => void }>();
  const asked: number[] = [];
  const wakes: number[] = [];
  const reported: unknown[] = [];
  let tail: Promise<unknown> = Promise.resolve();
  return {
    asked,
    wakes,
    reported,
    report: (error) => reported.push(error),
    isSecure,
    isOnline: () => isOnline,
    isVisible: () => isVisible,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    later(ms, call) {
      const name = Symbol();
      planned.set(name, { ms, call });
      return () => planned.delete(name);
    },
    alone(work) {
      const done = tail.then(work);
      tail = done.catch(() => undefined);
      return done;
    },
    keepData: () => asked.push(1),
    sendLater: () => wakes.push(1),
    set({ online = isOnline, visible = isVisible }) {
      [isOnline, isVisible] = [online, visible];
      for (const listener of listeners) listener();
    },
    ring() {
      const [next] = planned;
      if (next === undefined) return undefined;
      planned.delete(next[0]);
      next[1].call();
      return next[1].ms;
    },
    get waits() {
      return [...planned.values()].map(({ ms }) => ms);
    }
  };
}
