import type { Database } from 'better-sqlite3';
import { rooms } from '$lib/rooms';
import { isUpToDate } from '$lib/store/migrations.server';
import { openSnapshot, storeFindings } from '$lib/store/verify.server';
import { registry } from '$lib/sync/registry';
import { logFindings, logSize } from '$lib/sync/verify.server';
import type { Command, Exit } from './command';

/** `npm run verify`: looks at everything that can be checked, beside a running server. A line for each finding. */
export async function run({ dataDir, say }: Command): Promise<Exit> {
  const db = openSnapshot(dataDir);
  try {
    let findings = 0;
    for (const line of findingsOf(db)) {
      findings += 1;
      say(line);
    }
    const { events, streams } = findings === 0 ? logSize(db) : { events: 0, streams: 0 };
    say(findings === 0 ? `All is well: ${events} events in ${streams} streams.` : `${findings} findings.`);
    return findings === 0 ? 0 : 1;
  } finally {
    db.close();
  }
}

function* findingsOf(db: Database): Generator<string> {
  if (!isUpToDate(db)) {
    yield 'migrations: the database is of an older version. Start the server once, then verify.';
    return;
  }
  yield* storeFindings(db);
  yield* logFindings(db, registry(rooms));
}
