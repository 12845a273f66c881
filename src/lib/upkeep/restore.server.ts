import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { world } from '$lib/base/world';
import { replayDeletions } from '$lib/privacy/deletion.server';
import { rooms } from '$lib/rooms';
import { deletedLogFile } from '$lib/store/deleted-log.server';
import { lockFolder } from '$lib/store/lock.server';
import { openStore } from '$lib/store/open.server';
import { checkBackup, placeBackup, type Placed } from '$lib/store/restore.server';
import { backupTime } from '$lib/sync/incarnation.server';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { logSize } from '$lib/sync/verify.server';
import type { Command, Exit } from './command';

/** `npm run restore -- FILE`: a backup takes the place of the database; the one before is kept under another name. */
export async function run({ dataDir, args, say }: Command): Promise<Exit> {
  const [target] = args;
  if (target === undefined) {
    say('From what? npm run restore -- /path/to/digitaltreff-backup.sqlite');
    return 1;
  }
  const file = resolve(target);
  const backup = checkBackup(file, (db) => ({ takenAt: backupTime(db), ...logSize(db) }));
  if (backup.takenAt === undefined) throw new Error(`${file} was not written by npm run backup. Nothing was changed.`);
  const lock = existsSync(dataDir) ? lockFolder(dataDir) : { release: () => undefined };
  if (lock === undefined)
    throw new Error(`A server is running on ${dataDir}. Stop it, then restore. Nothing was changed.`);
  try {
    const placed = placeBackup({ dataDir, file, at: world.now() });
    const deleted = settle(dataDir);
    tell({ say, placed, takenAt: backup.takenAt, events: backup.events, deleted, dataDir });
    return 0;
  } finally {
    lock.release();
  }
}

/** Opens the database as the server will: a new epoch, and nobody back who was deleted. How many were deleted again. */
function settle(dataDir: string): number {
  const store = openStore({ dataDir });
  try {
    return replayDeletions({ store, world }, new EventLog(store, registry(rooms), world));
  } finally {
    store.close();
  }
}

interface Told extends Pick<Command, 'say' | 'dataDir'> {
  readonly placed: Placed;
  readonly takenAt: number;
  readonly events: number;
  readonly deleted: number;
}

function tell({ say, dataDir, placed: { kept, files }, takenAt, events, deleted }: Told): void {
  say(`Restored: the backup of ${new Date(takenAt).toISOString()} with ${events} events.`);
  if (kept !== undefined) say(`The database before is kept: ${kept}`);
  if (files.restored.length > 0) say(`Came back with it: ${files.restored.join(', ')}`);
  if (files.left.length > 0) say(`Were there and stay as they are: ${files.left.join(', ')}`);
  say(
    existsSync(deletedLogFile(dataDir))
      ? `deleted.log: ${deleted} people of the backup were deleted again.`
      : 'There is no deleted.log in DATA_DIR. If you have a copy of it, put it there before you start the server.'
  );
  say('Start the server now. Tablets send again what they keep (30 days). What this database cannot know waits for');
  say('the office under "Zurückgehaltene Einträge". Tablets that were enrolled after the backup need a new code.');
}
