import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { World } from '$lib/base/world';
import { newId } from '$lib/base/id';
import type { Store } from '$lib/store/open.server';
import type { EventId, SyncEvent } from './event';
import { eventOf, logColumns, type LogRow } from './log-rows.server';
import { readTable, RowBuffer, type ReadTable } from './read-tables.server';
import { differences, type Difference } from './rebuild.server';
import type { Registry } from './registry';
import type { ExchangeAnswer, Refusal } from './wire';

const { SqliteError } = SqliteDatabase;

type Accepted = ExchangeAnswer['accepted'][number];

/** What is known of a stream. */
export interface StreamState {
  readonly stream: string;
  readonly last: number;
  readonly gone: boolean;
}

export interface Page {
  readonly events: SyncEvent[];
  readonly cursor: number;
}

interface Arrival {
  /** the browser that sent them */
  readonly device: string;
  /** UTC milliseconds */
  readonly receivedAt: number;
}

/** The append-only log of all events, and the read tables that are folded from it. */
export class EventLog {
  readonly epoch: string;
  readonly #db: Database;
  readonly #tables: readonly ReadTable[];
  readonly #tablesByType: ReadonlyMap<string, readonly ReadTable[]>;
  readonly #statements: ReturnType<typeof prepare>;

  constructor({ db }: Store, { projections }: Registry, world: World) {
    this.#db = db;
    this.#tables = projections.map((projection) => readTable(db, projection));
    this.#tablesByType = byType(this.#tables);
    this.#statements = prepare(db);
    this.epoch = epochOf(db, world);
  }

  /** Those of the given events that the log has already, as it answered them the first time. */
  known(events: readonly SyncEvent[]): Map<EventId, Accepted | Refusal> {
    const byId = new Map(events.map((event) => [String(event.id), event]));
    if (byId.size === 0) return new Map();
    const rows = this.#statements.known.all(JSON.stringify([...byId.keys()]));
    return new Map(
      rows.flatMap((row) => {
        const event = byId.get(row.id);
        return event === undefined ? [] : [[event.id, answerFor(row, event)] as const];
      })
    );
  }

  /**
   * Takes events in: log, stream counters and read tables in one transaction that is on disk when this
   * returns. One answer for each event, in their order.
   */
  append(events: readonly SyncEvent[], arrival: Arrival): (Accepted | Refusal)[] {
    if (events.length === 0) return [];
    try {
      return this.#db.transaction(() => this.#appendAll(events, arrival)).immediate();
    } catch (error) {
      if (error instanceof SqliteError) throw error;
      // A fold stumbled over an event that no schema foresaw: it must not stop the others for ever.
      if (events.length === 1) return events.map(({ id }) => ({ id, code: 'invalid' }));
      return events.flatMap((event) => this.append([event], arrival));
    }
  }

  #appendAll(events: readonly SyncEvent[], { device, receivedAt }: Arrival): (Accepted | Refusal)[] {
    const { insert, known, setLast } = this.#statements;
    const buffer = new RowBuffer(this.#tablesByType);
    const lasts = new Map(
      this.streams([...new Set(events.map(({ stream }) => stream))]).map((each) => [each.stream, each])
    );
    const answers = events.map((event): Accepted | Refusal => {
      const { id, stream, type, at, by, seen, data } = event;
      const state = lasts.get(stream) ?? { stream, last: 0, gone: false };
      if (state.gone) return { id, code: 'gone' };
      const seq = state.last + 1;
      const { changes } = insert.run(
        id,
        stream,
        seq,
        type,
        at,
        by,
        seen ?? null,
        JSON.stringify(data),
        device,
        receivedAt
      );
      if (changes === 0) return answerFor(known.get(JSON.stringify([id])), event);
      lasts.set(stream, { ...state, last: seq });
      buffer.fold(event);
      return { id, seq, at };
    });
    for (const { stream, last } of lasts.values()) setLast.run(stream, last);
    buffer.flush();
    return answers;
  }

  /** What is known of some streams; those without any event are left out. */
  streams(names: readonly string[]): StreamState[] {
    return this.#statements.streams
      .all(JSON.stringify(names))
      .map(({ stream, last, gone_at }) => ({ stream, last, gone: gone_at !== null }));
  }

  /** Events of a stream after a cursor, in order of `seq`, at most `limit`. */
  page(stream: string, after: number, limit: number): Page {
    const rows = this.#statements.page.all(stream, after, limit);
    return { events: rows.map(eventOf), cursor: rows.at(-1)?.seq ?? after };
  }

  /** Rows of the read tables that differ from a rebuild. Always empty, or something is broken. */
  differences(): Difference[] {
    return [
      ...differences(
        this.#db,
        this.#tables.map(({ projection }) => projection)
      )
    ];
  }
}

function prepare(db: Database) {
  const among = 'IN (SELECT value FROM json_each(?))';
  return {
    known: db.prepare<[string], LogRow>(`SELECT ${logColumns} FROM events WHERE id ${among}`),
    streams: db.prepare<[string], { stream: string; last: number; gone_at: number | null }>(
      `SELECT stream, last, gone_at FROM streams WHERE stream ${among} ORDER BY stream`
    ),
    page: db.prepare<[string, number, number], LogRow>(
      `SELECT ${logColumns} FROM events WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?`
    ),
    insert: db.prepare(
      `INSERT INTO events (id, stream, seq, type, at, "by", seen, data, device, received_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`
    ),
    setLast: db.prepare(
      'INSERT INTO streams (stream, last) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET last = excluded.last'
    )
  };
}

/** Sameness is judged on stream, type, by and data, never on `at`. */
function answerFor(row: LogRow | undefined, { id, stream, type, by, data }: SyncEvent): Accepted | Refusal {
  const isSame =
    row !== undefined &&
    row.stream === stream &&
    row.type === type &&
    row.by === by &&
    row.data === JSON.stringify(data);
  return isSame ? { id, seq: row.seq, at: row.at } : { id, code: 'conflict' };
}

function byType(tables: readonly ReadTable[]): Map<string, ReadTable[]> {
  const map = new Map<string, ReadTable[]>();
  for (const table of tables) {
    for (const type of table.projection.types) map.set(type, [...(map.get(type) ?? []), table]);
  }
  return map;
}

function epochOf(db: Database, world: World): string {
  const kept = db.prepare<[], { epoch: string }>('SELECT epoch FROM incarnations');
  const make = db.prepare('INSERT INTO incarnations (epoch) VALUES (?)');
  return db
    .transaction(() => {
      if (kept.get() === undefined) make.run(newId(world));
      return kept.get()?.epoch ?? '';
    })
    .immediate();
}
