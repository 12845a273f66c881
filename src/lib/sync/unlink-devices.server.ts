import type { Database } from 'better-sqlite3';
import { mendStream } from './rebuild.server';
import type { Registry } from './registry';

/** Stands in a stamp in place of the browser that an event was made on. */
const someDevice = '0';

/** Of a stamp, so much is the time: 12 hex digits of milliseconds, 4 of the counter, and two hyphens. */
const timeLength = 18;

/**
 * Takes the browser out of what learners wrote, as far as it came in before an instant (UTC milliseconds): who learned on
 * which tablet is nobody's business any more. The time stays, and so does the order: two events of one person have the
 * same time only if they were made in the same millisecond; then their ids decide. Stream by stream, each in one
 * transaction, so that others get their turn in between; yields each stream that was looked at, and whether it changed.
 */
export function* unlinkDevices(
  db: Database,
  { projections }: Pick<Registry, 'projections'>,
  before: number
): Generator<{ readonly stream: string; readonly changed: boolean }> {
  const streams = db
    .prepare<[], { stream: string }>('SELECT stream FROM streams WHERE gone_at IS NULL ORDER BY stream')
    .all();
  const unlink = db.prepare<[string, number]>(
    `UPDATE events SET at = substr(at, 1, ${timeLength}) || '${someDevice}', device = ''
     WHERE stream = ? AND "by" GLOB 'person/*' AND device <> '' AND received_at < ?`
  );
  const inOne = db.transaction((stream: string): boolean => {
    if (unlink.run(stream, before).changes === 0) return false;
    mendStream(db, projections, stream);
    return true;
  });
  for (const { stream } of streams) yield { stream, changed: inOne.immediate(stream) };
}
