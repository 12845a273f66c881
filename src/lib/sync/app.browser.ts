import type { Engine } from './engine.browser';

let opening: Promise<Engine> | undefined;

/**
 * The app's one engine. Loads it and its database on the first call, so that a lesson is painted
 * without them.
 */
export function getEngine(): Promise<Engine> {
  opening ??= import('./open.browser').then(({ openAppEngine }) => openAppEngine());
  return opening;
}
