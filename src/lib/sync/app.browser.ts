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

/** What the engine is made of. */
export interface EngineParts {
  readonly openAppEngine: (rooms: readonly Room[]) => Promise<Engine>;
  readonly rooms: readonly Room[];
}

/**
 * The app's one engine. Loads it, its database and all rooms on the first call, so that a lesson is
 * painted without them.
 * @param parts from pages that show nothing without it: they bring its code along with their own
 */
export function getEngine(parts?: EngineParts): Promise<Engine> {
  opening ??= open(parts);
  return opening;
}

async function open(parts?: EngineParts): Promise<Engine> {
  const { openAppEngine, rooms } = parts ?? (await bringParts());
  return openAppEngine(rooms);
}

async function bringParts(): Promise<EngineParts> {
  const load = await brought;
  const [{ openAppEngine }, rooms] = await Promise.all([import('./open.browser'), load()]);
  return { openAppEngine, rooms };
}
