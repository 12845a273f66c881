import type { Engine } from '$lib/sync/engine.browser';
import type { FamilyDevices, FamilyLook } from './devices.browser';

interface Watched {
  readonly engine: Pick<Engine, 'watchStatus'>;
  readonly devices: Pick<FamilyDevices, 'look' | 'settle'>;
}

/**
 * Tells what there is to show, now and after whatever changes on this device or with its exchange, and does what has
 * become possible. One look after the other: whatever changes during a look is seen by one more. Answers how to stop.
 */
export function watchFamily(
  { engine, devices }: Watched,
  next: (look: FamilyLook) => void,
  fail: (error: unknown) => void
): () => void {
  let isOver = false;
  // What goes wrong, goes wrong with the next deed as well, and is told there.
  const settle = onceMore(() => devices.settle().catch(() => undefined));
  const look = onceMore(async () => {
    try {
      const seen = await devices.look();
      if (isOver) return;
      next(seen);
      if (seen.current) settle();
    } catch (error) {
      if (!isOver) fail(error);
    }
  });
  const stop = engine.watchStatus(look, fail);
  return () => {
    isOver = true;
    stop();
  };
}

/** Work that is asked for while it is being done is done once more after that, however often it was asked for. */
function onceMore(work: () => Promise<void>): () => void {
  let [isBusy, isWanted] = [false, false];
  const begin = async () => {
    isBusy = true;
    while (isWanted) {
      isWanted = false;
      await work();
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void begin();
  };
}
