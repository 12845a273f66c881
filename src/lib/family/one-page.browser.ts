import { inTurn } from '$lib/sync/in-turn.browser';

type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs what looks after the family's devices one piece at a time, over all tabs. */
export function onePageAtATime(): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() =>
      'locks' in navigator ? inTurn(navigator.locks, work, 'digitaltreff.family') : work()
    );
    last = mine.catch(() => undefined);
    return mine;
  };
}
