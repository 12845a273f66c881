import type { Database } from 'better-sqlite3';
import type { EventId } from './event';
import { eventOf, eventsAmong, logColumns, type LogRow } from './log-rows.server';
import { mendStream } from './rebuild.server';
import type { Registry } from './registry';
import { struckOut } from './struck-out';

/** Something that somebody wrote about a meeting, in words of their own. */
export interface FreeWords {
  readonly id: EventId;
  readonly stream: string;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  /** of a mark: whom it is about */
  readonly person: string | undefined;
  readonly text: string;
}

/** Words in the streams of meetings that are meant, in order of meetings and of arrival. Each version is one. */
export function freeWordsIn(
  db: Database,
  { types }: Pick<Registry, 'types'>,
  isMeant: (text: string) => boolean
): FreeWords[] {
  const worded = types.filter(({ freeWords }) => freeWords !== undefined);
  const fields = [...new Set(worded.flatMap(({ freeWords = [] }) => freeWords))];
  const rows = db
    .prepare<string[], LogRow>(
      `SELECT ${logColumns} FROM events
       WHERE stream >= 'meeting/' AND stream < 'meeting0' AND type IN (${worded.map(() => '?').join()})
         AND (${fields.map(() => 'instr(data, ?) > 0').join(' OR ')})
       ORDER BY stream, seq`
    )
    .iterate(...worded.map(({ type }) => type), ...fields.map((field) => `"${field}":"`));
  return [...rows].flatMap((row) => wordsOf(row, fields)).filter(({ text }) => isMeant(text));
}

function wordsOf(row: LogRow, fields: readonly string[]): FreeWords[] {
  const { id, stream, type, at, by, data } = eventOf(row);
  const said = new Map(Object.entries(Object(data)));
  const written = fields.flatMap((field) => said.get(field)).filter((text) => typeof text === 'string');
  const text = written.filter((each) => each !== '' && each !== struckOut).join(' · ');
  const person = said.get('person');
  return text === ''
    ? []
    : [{ id, stream, type, at, by, person: typeof person === 'string' ? person : undefined, text }];
}

/**
 * Strikes the words of some events out, in the log and in what is read from it, and names the streams that were changed.
 * What an event says besides stays, and so does that somebody wrote it.
 */
export function strikeFreeWords(
  db: Database,
  { typeOf, projections }: Pick<Registry, 'typeOf' | 'projections'>,
  ids: readonly EventId[]
): string[] {
  const rows = db
    .prepare<[string], LogRow>(`SELECT ${logColumns} FROM ${eventsAmong} ORDER BY stream, seq`)
    .all(JSON.stringify(ids));
  const change = db.prepare('UPDATE events SET data = ? WHERE stream = ? AND seq = ?');
  for (const { stream, seq, type, data } of rows) {
    const fields = typeOf(type)?.freeWords ?? [];
    const said = Object.entries(Object(JSON.parse(data)));
    const left = said.map(([field, value]) => [field, value && fields.includes(field) ? struckOut : value]);
    change.run(JSON.stringify(Object.fromEntries(left)), stream, seq);
  }
  const streams = [...new Set(rows.map(({ stream }) => stream))];
  for (const stream of streams) mendStream(db, projections, stream);
  return streams;
}

/** The events of one kind with words in them that came in before an instant, UTC milliseconds. */
export function wordedBefore(db: Database, { type, before }: { type: string; before: number }): EventId[] {
  return db
    .prepare<[string, number, string], Pick<LogRow, 'id'>>(
      `SELECT id FROM events
       WHERE stream >= 'meeting/' AND stream < 'meeting0' AND type = ? AND received_at < ? AND instr(data, ?) = 0
       ORDER BY stream, seq`
    )
    .all(type, before, `"${struckOut}"`)
    .map(({ id }) => id);
}

/** Whether what stands in the log is what was sent, but for words that were struck out since. */
export function isStruckFrom(stored: string, sent: unknown): boolean {
  if (!stored.includes(`"${struckOut}"`)) return false;
  const struck = Object.entries(Object(JSON.parse(stored))).filter(([, value]) => value === struckOut);
  return JSON.stringify({ ...Object(sent), ...Object.fromEntries(struck) }) === stored;
}
