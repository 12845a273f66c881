import { resolve } from 'node:path';
import { world } from '$lib/base/world';
import { settingsFiles } from '$lib/operator/settings.server';
import { writeBackup } from '$lib/store/backup.server';
import { markBackup } from '$lib/sync/incarnation.server';
import type { Command, Exit } from './command';

/** `npm run backup -- FILE`: everything in one file, while the server runs. It carries a new epoch from the start. */
export async function run({ dataDir, args, say }: Command): Promise<Exit> {
  const [target] = args;
  if (target === undefined) {
    say('Where to? npm run backup -- /path/to/digitaltreff-backup.sqlite');
    return 1;
  }
  const file = resolve(target);
  // Before the copy is begun: what is accepted from now on may or may not be in it.
  const takenAt = world.now();
  const sizeBytes = writeBackup({
    dataDir,
    file,
    files: await settingsFiles(dataDir),
    mark: (db) => markBackup(db, { world, takenAt })
  });
  say(`Backup written and checked: ${file} (${Math.ceil(sizeBytes / 1024)} KB).`);
  say('Copy deleted.log from DATA_DIR as well, apart from the backups: it keeps deleted people deleted.');
  return 0;
}
