import type { Database, Statement } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { eventSchema, parseStream, subjectOf, type SyncEvent } from './event';
import { mendStream, tableName } from './rebuild.server';
import type { Registry } from './registry';

/** What went with a person, for the receipt. */
export interface DeletedEvents {
  readonly progress: number;
  readonly learner: number;
  /** entries in the lists of meetings that say no more than that somebody was there */
  readonly marks: number;
  /** the meetings' streams whose events were changed by that */
  readonly changed: readonly string[];
}

/** The streams that are about one person alone. They go with the person. */
export function streamsOf(person: string): { readonly progress: string; readonly learner: string } {
  return { progress: `progress/${person}`, learner: `learner/${person}` };
}

/** What is kept of a deleted person's id. An id has 74 bits of chance: nobody finds it from its hash. */
export function personHash(person: string): string {
  return createHash('sha256').update(`person/${person}`).digest('hex');
}

/** Finds the hash of a deleted person. Prepared once: it is asked for each mark of a list. */
export function prepareDeleted(db: Database): Statement<[string]> {
  return db.prepare<[string]>('SELECT 1 FROM deletions WHERE hash = ?');
}

/** Whether a stream is about a person who was deleted, though this database may never have known them. */
export function isDeleted(deleted: Statement<[string]>, stream: string): boolean {
  const kind = parseStream(stream)?.kind;
  if (kind !== 'progress' && kind !== 'learner') return false;
  return deleted.get(personHash(subjectOf(stream))) !== undefined;
}

/** Keeps hashes of deleted persons, so that their streams are known as gone. */
export function rememberDeleted(db: Database, hashes: readonly string[]): void {
  db.prepare('INSERT INTO deletions SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING').run(
    JSON.stringify(hashes)
  );
}

/**
 * Deletes a person's streams: events, rows, and what waits for the office. The streams' names stay with the time, so
 * that devices are told. What others noted about the person in meetings stays without its words, under an id that
 * names nobody any more. Called within the transaction that deletes the rest.
 */
export function deleteEvents(
  db: Database,
  registry: Registry,
  { person, at }: { person: string; at: number }
): DeletedEvents {
  const { progress, learner } = streamsOf(person);
  const found: DeletedEvents = {
    progress: eventsIn(db, progress),
    learner: eventsIn(db, learner),
    ...anonymise(db, registry, person)
  };
  anonymiseHeld(db, registry, person);
  for (const stream of [progress, learner]) deleteStream(db, registry, stream, at);
  rememberDeleted(db, [personHash(person)]);
  return found;
}

/** Whether there is anything by or about a person: accepted or waiting for the office. */
export function hasHistory(db: Database, person: string): boolean {
  const { progress, learner } = streamsOf(person);
  const own = [progress, learner];
  const isIn = (table: 'events' | 'held_events') =>
    db.prepare(`SELECT 1 FROM ${table} WHERE stream IN (?, ?) LIMIT 1`).get(own) !== undefined;
  return isIn('events') || isIn('held_events') || isMentioned(db, person);
}

/** What others say about a person: all of it is in meetings. In the words of the index events_about, or it would not be used. */
const aboutPerson = `CASE WHEN json_valid(data) THEN data ->> 'person' END = ?
  AND stream >= 'meeting/' AND stream < 'meeting0'`;

function isMentioned(db: Database, person: string): boolean {
  return db.prepare(`SELECT 1 FROM events WHERE ${aboutPerson} LIMIT 1`).get(person) !== undefined;
}

/** The meetings' streams in which somebody says something of a person. */
export function meetingsAbout(db: Database, person: string): string[] {
  return db
    .prepare<[string], { stream: string }>(`SELECT DISTINCT stream FROM events WHERE ${aboutPerson} ORDER BY stream`)
    .all(person)
    .map(({ stream }) => stream);
}

/** When the last entry by or about a person came in, UTC milliseconds; 0 for none. */
export function lastWordOf(db: Database, person: string): number {
  const { progress, learner } = streamsOf(person);
  const own = db.prepare<[string, string], { at: number | null }>(
    'SELECT max(received_at) AS at FROM events WHERE stream IN (?, ?)'
  );
  const about = db.prepare<[string], { at: number | null }>(
    `SELECT max(received_at) AS at FROM events WHERE ${aboutPerson}`
  );
  return Math.max(own.get(progress, learner)?.at ?? 0, about.get(person)?.at ?? 0);
}

/** How much there is by and about a person. */
export function historyOf(db: Database, person: string): Pick<DeletedEvents, 'progress' | 'learner' | 'marks'> {
  const { progress, learner } = streamsOf(person);
  const marks = db
    .prepare<[string], { marks: number }>(`SELECT count(*) AS marks FROM events WHERE ${aboutPerson}`)
    .get(person);
  return { progress: eventsIn(db, progress), learner: eventsIn(db, learner), marks: marks?.marks ?? 0 };
}

function eventsIn(db: Database, stream: string): number {
  return (
    db.prepare<[string], { events: number }>('SELECT count(*) AS events FROM events WHERE stream = ?').get(stream)
      ?.events ?? 0
  );
}

/** Deletes one stream. Its name stays, marked as gone. */
export function deleteStream(db: Database, { projections }: Pick<Registry, 'projections'>, stream: string, at: number) {
  const tables = ['events', 'held_events', 'reported_streams', ...projections.map(tableName)];
  for (const table of tables) db.prepare(`DELETE FROM ${table} WHERE stream = ?`).run(stream);
  db.prepare(
    `INSERT INTO streams (stream, last, gone_at) VALUES (?, 0, ?)
     ON CONFLICT (stream) DO UPDATE SET gone_at = coalesce(gone_at, excluded.gone_at)`
  ).run(stream, at);
}

interface MarkRow {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly data: string;
}

/** Takes the words out of what other streams say about a person. */
function anonymise(
  db: Database,
  { typeOf, projections }: Registry,
  person: string
): Pick<DeletedEvents, 'marks' | 'changed'> {
  const rows = db
    .prepare<[string], MarkRow>(`SELECT stream, seq, type, data FROM events WHERE ${aboutPerson} ORDER BY stream, seq`)
    .all(person);
  const change = db.prepare('UPDATE events SET data = ? WHERE stream = ? AND seq = ?');
  const about = rows.filter(({ type, data }) => typeOf(type)?.about?.person(JSON.parse(data)) === person);
  for (const { stream, seq, type, data } of about) {
    change.run(JSON.stringify(typeOf(type)?.about?.anonymous(JSON.parse(data))), stream, seq);
  }
  const changed = [...new Set(about.map(({ stream }) => stream))];
  for (const stream of changed) mendStream(db, projections, stream);
  return { marks: about.length, changed };
}

/** The same of what waits for the office. */
function anonymiseHeld(db: Database, { typeOf }: Pick<Registry, 'typeOf'>, person: string): void {
  const rows = db
    .prepare<[string], { id: string; event: string }>(
      'SELECT id, event FROM held_events WHERE decided_at IS NULL AND instr(event, ?) > 0 ORDER BY id'
    )
    .all(person);
  const change = db.prepare('UPDATE held_events SET event = ? WHERE id = ?');
  for (const { id, event: text } of rows) {
    const event = parseEvent(text);
    const about = event && typeOf(event.type)?.about;
    if (event === undefined || about === undefined || about.person(event.data) !== person) continue;
    change.run(JSON.stringify({ ...event, data: about.anonymous(event.data) }), id);
  }
}

/** An event that was kept as JSON, as far as it is one. */
function parseEvent(text: string): SyncEvent | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), eventSchema), text);
  return parsed.success ? parsed.output : undefined;
}
