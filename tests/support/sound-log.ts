import { openStore } from '$lib/store/open.server';
import { run } from '$lib/upkeep/verify.server';

/** An event as the log holds it. */
export interface LoggedEvent {
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
  readonly at: string;
  readonly by: string;
}

export interface LogState {
  readonly events: readonly LoggedEvent[];
  /** what `npm run verify` finds; nothing: file, numbering and read tables are whole */
  readonly faults: readonly string[];
}

/** Opens what a server left behind: the log, and whether everything is sound. */
export async function stateOfLog(dataDir: string): Promise<LogState> {
  // A server that was killed leaves its last commits beside the file; opening it takes them in.
  const store = openStore({ dataDir });
  const events = store.db
    .prepare<[], LoggedEvent>('SELECT id, stream, seq, at, "by" FROM events ORDER BY stream, seq')
    .all();
  store.close();
  const said: string[] = [];
  const exit = await run({ dataDir, args: [], say: (line) => void said.push(line) });
  return { events, faults: exit === 0 ? [] : said };
}
