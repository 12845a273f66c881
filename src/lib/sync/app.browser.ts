import type { Engine } from './engine.browser';
import type { Room } from './projection';

type LoadRooms = () => Promise<readonly Room[]>;

let opening: Promise<Engine> | undefined;
let bring: (load: LoadRooms) => void = () => undefined;
const brought = new Promise<LoadRooms>((resolve) => {
  bring = resolve;
});

/** Tells the engine which rooms there are. Called once, when the app starts in the browser. */
export function bringRooms(load: LoadRooms): void {
  bring(load);
}

/**
 * The app's one engine. Loads it, its database and all rooms on the first call, so that a lesson is
 * painted without them.
 */
export function getEngine(): Promise<Engine> {
  opening ??= open();
  return opening;
}

async function open(): Promise<Engine> {
  const load = await brought;
  const [{ openAppEngine }, rooms] = await Promise.all([import('./open.browser'), load()]);
  return openAppEngine(rooms);
}
