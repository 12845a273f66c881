import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { SyncEvent } from './event';
import { isStruckFrom } from './free-words.server';
import { eventById, eventText, idKey, logColumns, type LogRow } from './log-rows.server';
import { RowBuffer, type ReadTable } from './read-tables.server';
import type { NumberedText } from './recent-events.server';
import type { ExchangeAnswer, Refusal } from './wire';

const { SqliteError } = SqliteDatabase;

/** The event is on disk: its `seq`, and its `at` as it stands in the log. */
export type Accepted = ExchangeAnswer['accepted'][number];

export type EventAnswer = Accepted | Refusal;

/** Events of one request. */
export interface Batch {
  readonly events: readonly SyncEvent[];
  /** the browser that sent them */
  readonly device: string;
  /** UTC milliseconds */
  readonly receivedAt: number;
  /** a small write of the same request that shares the commit; done again, it changes nothing */
  readonly alongside?: (() => void) | undefined;
}

/** By stream, what a transaction brought, in order of `seq`. */
export type News = ReadonlyMap<string, readonly NumberedText[]>;

export interface WriterOptions {
  readonly db: Database;
  readonly tables: readonly ReadTable[];
  /** what may be kept of an event, asked within the transaction: somebody may have been deleted while it waited */
  readonly keepable: (event: SyncEvent) => SyncEvent;
  /** whether a type's event is the last of its stream */
  readonly ends: (type: string) => boolean;
  /** told after each transaction, when it is on disk */
  readonly onCommit: (news: News) => void;
}

interface StreamRow {
  readonly stream: string;
  readonly last: number;
  readonly gone_at: number | null;
  readonly ended_at: number | null;
}

/** Writes into the log, the streams' counters and the read tables, all in one transaction. */
export class LogWriter {
  readonly #db: Database;
  readonly #keepable: WriterOptions['keepable'];
  readonly #ends: WriterOptions['ends'];
  readonly #onCommit: WriterOptions['onCommit'];
  readonly #tables: ReadonlyMap<string, readonly ReadTable[]>;
  readonly #statements: ReturnType<typeof prepare>;

  constructor({ db, tables, keepable, ends, onCommit }: WriterOptions) {
    this.#db = db;
    this.#keepable = keepable;
    this.#ends = ends;
    this.#onCommit = onCommit;
    this.#tables = byType(tables);
    this.#statements = prepare(db);
  }

  /**
   * By batch, one answer for each event, in their order. What is accepted is on disk when this returns. Throws, and
   * nothing is kept, if the disk does not take it.
   */
  write(batches: readonly Batch[]): EventAnswer[][] {
    const written = this.#written(batches);
    if (written === undefined) return this.#writeApart(batches);
    this.#onCommit(written.news);
    return written.answers;
  }

  #written(batches: readonly Batch[]): { answers: EventAnswer[][]; news: News } | undefined {
    try {
      return this.#db.transaction(() => this.#writeAll(batches)).immediate();
    } catch (error) {
      if (error instanceof SqliteError) throw error;
      return undefined;
    }
  }

  /** A fold stumbled over an event that no schema foresaw: it must not stop the others for ever. */
  #writeApart(batches: readonly Batch[]): EventAnswer[][] {
    return batches.map((batch) => {
      if (batches.length > 1) return this.write([batch]).flat();
      if (batch.events.length > 1) {
        return batch.events.flatMap((event) => this.write([{ ...batch, events: [event] }]).flat());
      }
      return batch.events.map(({ id }) => ({ id, code: 'invalid' }));
    });
  }

  #writeAll(batches: readonly Batch[]): { answers: EventAnswer[][]; news: News } {
    const names = new Set(batches.flatMap(({ events }) => events.map(({ stream }) => stream)));
    const rows = this.#statements.streams.all(JSON.stringify([...names]));
    const streams = new Map(rows.map((row) => [row.stream, new OpenStream(row)]));
    const buffer = new RowBuffer(this.#tables);
    for (const { alongside } of batches) alongside?.();
    const answers = batches.map((batch) =>
      batch.events.map((sent) => {
        const event = this.#keepable(sent);
        const known = streams.get(event.stream);
        const stream = known ?? new OpenStream({ stream: event.stream, last: 0, gone_at: null, ended_at: null });
        if (known === undefined) streams.set(event.stream, stream);
        return this.#writeOne(event, { batch, stream, buffer });
      })
    );
    const changed = [...streams.values()].filter(({ news }) => news.length > 0);
    for (const { name, last, endedAt } of changed) this.#statements.setLast.run(name, last, endedAt);
    buffer.flush();
    return { answers, news: new Map(changed.map(({ name, news }) => [name, news])) };
  }

  #writeOne(event: SyncEvent, { batch, stream, buffer }: Writing): EventAnswer {
    const { id, type, at, by, seen = null } = event;
    if (stream.isGone) return { id, code: 'gone' };
    const data = JSON.stringify(event.data);
    const { insert, known } = this.#statements;
    // The same event once more is answered as the first time, also after the end.
    if (stream.endedAt !== null) return answerIn(known.get(id), event, 'forbidden');
    const seq = stream.last + 1;
    const { changes } = insert.run(id, event.stream, seq, type, at, by, seen, data, batch.device, batch.receivedAt);
    if (changes === 0) return answerFor(known.get(id), event);
    if (this.#ends(type)) stream.endedAt = batch.receivedAt;
    stream.add({ seq, text: eventText({ id, stream: event.stream, type, at, by, seen, data }) });
    buffer.fold(event);
    return { id, seq, at };
  }
}

interface Writing {
  readonly batch: Batch;
  readonly stream: OpenStream;
  readonly buffer: RowBuffer;
}

/** A stream while a transaction writes to it. */
class OpenStream {
  readonly name: string;
  readonly isGone: boolean;
  readonly news: NumberedText[] = [];
  last: number;
  /** UTC milliseconds */
  endedAt: number | null;

  constructor({ stream, last, gone_at, ended_at }: StreamRow) {
    this.name = stream;
    this.isGone = gone_at !== null;
    this.last = last;
    this.endedAt = ended_at;
  }

  add(event: NumberedText): void {
    this.last = event.seq;
    this.news.push(event);
  }
}

function prepare(db: Database) {
  return {
    streams: db.prepare<[string], StreamRow>(
      'SELECT stream, last, gone_at, ended_at FROM streams WHERE stream IN (SELECT value FROM json_each(?))'
    ),
    known: db.prepare<[string], LogRow>(`SELECT ${logColumns} FROM ${eventById}`),
    insert: db.prepare(
      `INSERT INTO events (id, stream, seq, type, at, "by", seen, data, device, received_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (${idKey}) DO NOTHING`
    ),
    setLast: db.prepare(
      `INSERT INTO streams (stream, last, ended_at) VALUES (?, ?, ?)
       ON CONFLICT (stream) DO UPDATE SET last = excluded.last, ended_at = excluded.ended_at`
    )
  };
}

/** Sameness is judged on stream, type, by and data, never on `at`; words that were struck out since count as the same. */
export function answerFor(row: LogRow | undefined, event: SyncEvent): EventAnswer {
  return answerIn(row, event, 'conflict');
}

function answerIn(
  row: LogRow | undefined,
  { id, stream, type, by, data }: SyncEvent,
  code: Refusal['code']
): EventAnswer {
  const isSame =
    row !== undefined &&
    row.stream === stream &&
    row.type === type &&
    row.by === by &&
    (row.data === JSON.stringify(data) || isStruckFrom(row.data, data));
  return isSame ? { id, seq: row.seq, at: row.at } : { id, code: row === undefined ? code : 'conflict' };
}

function byType(tables: readonly ReadTable[]): Map<string, ReadTable[]> {
  const map = new Map<string, ReadTable[]>();
  for (const table of tables) {
    for (const type of table.projection.types) map.set(type, [...(map.get(type) ?? []), table]);
  }
  return map;
}
