import { afterNextPaint } from '$lib/base/after-paint.browser';
import { getEngine, type EngineParts } from './app.browser';
import { noteEarly, earlyDeeds, settleEarly } from './early.browser';
import type { Engine } from './engine.browser';
import type { Draft } from './event';
import type { Snapshot } from './snapshot';
import type { SyncStatus } from './status';

const mark = 'digitaltreff.kept';

/** The app's engine for components: nothing while it is being opened, so that a page is painted without it. */
class OpenedEngine {
  engine = $state.raw<Engine>();

  /** Opens the device's database: with the first deed, and sooner by pages that show nothing else. */
  async open(parts?: EngineParts): Promise<Engine> {
    const engine = await getEngine(parts);
    await settleEarly(engine);
    if (this.engine === undefined) writeMark();
    this.engine = engine;
    return engine;
  }

  /**
   * Keeps a deed at once, and then, when the page is painted, in the database: who leaves the page before it is written there finds it kept all
   * the same. Never throws; what cannot be kept shows in the status.
   */
  record(draft: Draft): void {
    noteEarly(draft);
    afterNextPaint(() => void this.open());
  }

  /** Opens it only where something was kept before: on a first visit there is nothing to read and nothing to send. */
  async openIfKept(): Promise<void> {
    if (readMark() || earlyDeeds().length > 0) await this.open();
  }

  get status(): SyncStatus | undefined {
    return this.engine?.status.current;
  }

  /** What the tablet or the signed-in person knows of the club. */
  get snapshot(): Snapshot | undefined {
    return this.engine?.snapshot.current;
  }

  /** The snapshot has been looked for: nothing means that there is none, and no longer "not yet". */
  get snapshotLoaded(): boolean {
    return this.engine?.snapshot.loaded ?? false;
  }
}

export const opened = new OpenedEngine();

function readMark(): boolean {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

function writeMark(): void {
  try {
    localStorage.setItem(mark, '');
  } catch {
    // No storage: the database is opened with the first deed.
  }
}
