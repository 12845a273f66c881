import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { openStore, type Store } from '$lib/store/open.server';
import { EventLog } from '$lib/sync/log.server';
import { aWorld } from '../../support/events';
import { newDataDir } from '../../support/server';
import { allRooms } from '../../support/sync-server';
import { play } from './play';
import { anySchedule, serverNow } from './turn';

/** A part of the schedules, told to a process of its own. */
export interface Share {
  readonly runs: number;
  readonly seed: number;
  /** of a schedule that failed before, to play it alone */
  readonly path?: string | undefined;
}

/** What came of it: nothing is wrong, or words with seed and path. */
export interface ShareReport {
  readonly fault?: string | undefined;
}

/** Then a new database: a large one would make every look longer. */
const runsADatabase = 1000;

async function playShare({ runs, seed, path }: Share): Promise<ShareReport> {
  for (let done = 0; done < runs; done += runsADatabase) {
    const numRuns = Math.min(runsADatabase, runs - done);
    const fault = await playSome({ runs: numRuns, seed: seed + done, path });
    if (fault !== undefined) return { fault };
  }
  return {};
}

async function playSome({ runs: numRuns, seed, path }: Share): Promise<string | undefined> {
  const dataDir = newDataDir();
  const store = openStore({ dataDir });
  // Power cuts are the kill test's business; here only order counts, and thousands of schedules.
  store.db.pragma('synchronous = OFF');
  const world = aWorld(serverNow);
  let run = 0;
  try {
    const property = fc.asyncProperty(anySchedule, (schedule) => play(schedule, { store, world, run: (run += 1) }));
    const details = await fc.check(property, { numRuns, seed, ...(path === undefined ? {} : { path }) });
    if (details.failed) return `${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}`;
    return rebuildFault(store);
  } finally {
    store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function rebuildFault(store: Store): string | undefined {
  const differences = new EventLog(store, allRooms, aWorld(serverNow)).differences();
  return differences.length === 0 ? undefined : `Not as a rebuild: ${JSON.stringify(differences).slice(0, 2000)}`;
}

/** Lets this process play the share that its parent gives it. */
export function takeShare(): void {
  process.on('message', (share: Share) => {
    void playShare(share).then(
      (report) => process.send?.(report, () => process.exit(0)),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      }
    );
  });
}
