import { getEngine } from './app.browser';
import type { Engine } from './engine.browser';
import type { Snapshot } from './snapshot';
import type { SyncStatus } from './status';

/** The app's engine for components: nothing while it is being opened, so that a page is painted without it. */
class OpenedEngine {
  engine = $state.raw<Engine>();

  /** Opens the device's database: by the root layout after the first paint, sooner by pages that show nothing else. */
  async open(): Promise<void> {
    this.engine ??= await getEngine();
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
