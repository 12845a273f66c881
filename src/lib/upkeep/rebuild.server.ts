import { world } from '$lib/base/world';
import { rooms } from '$lib/rooms';
import { openStore } from '$lib/store/open.server';
import { openSnapshot } from '$lib/store/verify.server';
import { EventLog } from '$lib/sync/log.server';
import { differences, mend, told, type Difference } from '$lib/sync/rebuild.server';
import { registry } from '$lib/sync/registry';
import type { Command, Exit } from './command';

/**
 * `npm run rebuild`: works all read tables out from the log and compares, a line for each difference. With `--write`
 * the right rows are put in. One stream is in memory at a time.
 */
export async function run({ dataDir, args, say }: Command): Promise<Exit> {
  const isWriting = args.includes('--write');
  const found = isWriting ? write(dataDir, say) : compare(dataDir, say);
  if (found === 0) say('The read tables are what the log says.');
  else say(isWriting ? `${found} rows mended.` : `${found} differences. Mend them: npm run rebuild -- --write`);
  return found === 0 || isWriting ? 0 : 1;
}

function compare(dataDir: string, say: Command['say']): number {
  const db = openSnapshot(dataDir);
  try {
    return each(differences(db, registry(rooms).projections), (difference) => say(told(difference)));
  } finally {
    db.close();
  }
}

/** All in one transaction: a server beside it waits for its end, and never sees half of it. */
function write(dataDir: string, say: Command['say']): number {
  const store = openStore({ dataDir });
  try {
    const all = registry(rooms);
    // Opening the log makes the tables that are missing or of an older version.
    new EventLog(store, all, world);
    return store.db
      .transaction(() =>
        each(differences(store.db, all.projections), (difference) => {
          say(told(difference));
          mend(store.db, difference);
        })
      )
      .immediate();
  } finally {
    store.close();
  }
}

function each(differences: Iterable<Difference>, deal: (difference: Difference) => void): number {
  let found = 0;
  for (const difference of differences) {
    found += 1;
    deal(difference);
  }
  return found;
}
