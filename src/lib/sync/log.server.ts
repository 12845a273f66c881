import type { Database } from 'better-sqlite3';
import { turn } from '$lib/base/turn';
import type { World } from '$lib/base/world';
import { writeIfPossible } from '$lib/store/disk.server';
import type { Store } from '$lib/store/open.server';
import {
  deleteEvents,
  deleteStream,
  isDeleted,
  prepareDeleted,
  streamsOf,
  type DeletedEvents
} from './deletion.server';
import type { EventId, SyncEvent } from './event';
import { freeWordsIn, strikeFreeWords, wordedBefore, type FreeWords } from './free-words.server';
import { GroupCommit } from './group-commit.server';
import { Quarantine } from './held.server';
import { incarnationOf, type Restored } from './incarnation.server';
import { eventsAmong, eventTextSql, logColumns, type LogRow } from './log-rows.server';
import { answerFor, LogWriter, type Batch, type EventAnswer } from './log-writer.server';
import { readTable, type ReadTable } from './read-tables.server';
import { differences, type Difference } from './rebuild.server';
import { RecentEvents, type EventBytes } from './recent-events.server';
import type { Registry } from './registry';
import { nobody, type Signals } from './signals';
import { unlinkDevices } from './unlink-devices.server';

/** What is known of a stream. */
export interface StreamState {
  readonly stream: string;
  readonly last: number;
  readonly gone: boolean;
}

export interface PageWanted {
  readonly after: number;
  readonly limit: number;
  /** by `seq` */
  readonly without?: ReadonlySet<number>;
}

/** `count`: events looked at, those left out among them. */
export interface Page extends EventBytes {
  /** up to here nothing is missing */
  readonly cursor: number;
}

/** Events of one transaction at most: it holds up whoever comes meanwhile. */
const largestGroup = 2000;

const noBytes = Buffer.alloc(0);

/** The append-only log of all events, and the read tables that are folded from it. */
export class EventLog {
  readonly epoch: string;
  /** this database was restored from a backup */
  readonly restored: Restored | undefined;
  /** what waits for the office */
  readonly quarantine: Quarantine;
  readonly #db: Database;
  readonly #registry: Registry;
  readonly #tables: readonly ReadTable[];
  readonly #statements: ReturnType<typeof prepare>;
  readonly #recent = new RecentEvents();
  readonly #writer: LogWriter;
  readonly #group: GroupCommit<Batch, EventAnswer[]>;

  /** @param signals told of what was taken in, after it is on disk */
  constructor({ db }: Store, registry: Registry, world: World, signals: Pick<Signals, 'publish'> = nobody) {
    this.#db = db;
    this.#registry = registry;
    this.#tables = registry.projections.map((projection) => readTable(db, projection));
    this.#statements = prepare(db);
    this.#writer = new LogWriter({
      db,
      tables: this.#tables,
      keepable: (event) => this.withoutDeleted(event),
      ends: (type) => registry.typeOf(type)?.endsStream === true,
      onCommit: (news) => {
        news.forEach((events, stream) => this.#recent.put(stream, events));
        signals.publish([...news].map(([stream, events]) => ({ stream, seq: events.at(-1)?.seq ?? 0 })));
      }
    });
    this.#group = new GroupCommit({
      write: (batches) => this.#writer.write(batches),
      sizeOf: ({ events }) => events.length,
      largest: largestGroup
    });
    this.quarantine = new Quarantine(db);
    const { epoch, restored } = incarnationOf(db, world);
    this.epoch = epoch;
    this.restored = restored;
  }

  /** Those of the given events that the log has already, as it answered them the first time. */
  known(events: readonly SyncEvent[]): Map<EventId, EventAnswer> {
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
  append(events: readonly SyncEvent[], arrival: Omit<Batch, 'events'>): EventAnswer[] {
    return events.length === 0 ? [] : this.#writer.write([{ ...arrival, events }]).flat();
  }

  /** The same in one transaction with what other requests bring at this moment. */
  async appendWithOthers(events: readonly SyncEvent[], arrival: Omit<Batch, 'events'>): Promise<EventAnswer[]> {
    if (events.length > 0) return this.#group.add({ ...arrival, events });
    // Who only asks is answered by a full disk, too.
    if (arrival.alongside) writeIfPossible(arrival.alongside);
    return [];
  }

  /** What is known of some streams; those without any event are left out. */
  streams(names: readonly string[]): StreamState[] {
    return this.#statements.streams.all(JSON.stringify(names)).map(({ stream, last, gone_at }) => {
      if (gone_at !== null) this.#recent.drop(stream);
      return { stream, last, gone: gone_at !== null };
    });
  }

  /** Events of a stream after a cursor, in order of `seq`, at most `limit`, without some that its reader has. */
  page({ stream, last }: Pick<StreamState, 'stream' | 'last'>, { after, limit, without }: PageWanted): Page {
    const whole = without?.size || last - after > limit ? undefined : this.#recent.between(stream, after, last);
    if (whole !== undefined) return { count: whole.count, bytes: whole.bytes, cursor: last };
    const read = this.#statements.page.get(JSON.stringify([...(without ?? [])]), stream, after, limit);
    return { count: read?.count ?? 0, bytes: read?.bytes ?? noBytes, cursor: read?.cursor ?? after };
  }

  /** Whether a stream is about a deleted person; if so, it is known as gone from now on, if it was not before. */
  isDeleted(stream: string, at: number): boolean {
    const known = this.streams([stream])[0];
    if (known?.gone === true) return true;
    if (!isDeleted(this.#statements.deleted, stream)) return false;
    this.#db.transaction(() => deleteStream(this.#db, this.#registry, stream, at)).immediate();
    return true;
  }

  /** The event, without its words if it speaks about a deleted person. */
  withoutDeleted(event: SyncEvent): SyncEvent {
    const about = this.#registry.typeOf(event.type)?.about;
    if (about === undefined) return event;
    if (!isDeleted(this.#statements.deleted, streamsOf(about.person(event.data)).progress)) return event;
    return { ...event, data: about.anonymous(event.data) };
  }

  /** Deletes a person's events within the transaction that is open, and says what went. */
  deletePerson(person: string, at: number): DeletedEvents {
    const deleted = deleteEvents(this.#db, this.#registry, { person, at });
    const { progress, learner } = streamsOf(person);
    for (const stream of [progress, learner, ...deleted.changed]) this.#recent.drop(stream);
    return deleted;
  }

  /** Strikes the words of some events out, within the transaction that is open. */
  strikeWords(ids: readonly EventId[]): void {
    for (const stream of strikeFreeWords(this.#db, this.#registry, ids)) this.#recent.drop(stream);
  }

  /** The same of all events of one kind that came in before an instant. */
  strikeWordsBefore(type: string, before: number): void {
    this.strikeWords(wordedBefore(this.#db, { type, before }));
  }

  /** Takes out of what learners wrote, before an instant, on which browser it was. Others get their turn meanwhile. */
  async unlinkDevices(before: number): Promise<void> {
    for (const { stream, changed } of unlinkDevices(this.#db, this.#registry, before)) {
      if (changed) this.#recent.drop(stream);
      await turn();
    }
  }

  /** What somebody wrote into the lists and plans of meetings, in words of their own, as far as it is meant. */
  freeWords(isMeant: (text: string) => boolean): FreeWords[] {
    return freeWordsIn(this.#db, this.#registry, isMeant);
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
    known: db.prepare<[string], LogRow>(`SELECT ${logColumns} FROM ${eventsAmong}`),
    deleted: prepareDeleted(db),
    streams: db.prepare<[string], { stream: string; last: number; gone_at: number | null }>(
      `SELECT stream, last, gone_at FROM streams WHERE stream ${among} ORDER BY stream`
    ),
    page: db.prepare<[string, string, number, number], { count: number; cursor: number | null; bytes: Buffer | null }>(
      `SELECT count(*) AS count, max(seq) AS cursor, CAST(
         group_concat(text) FILTER (WHERE seq NOT IN (SELECT value FROM json_each(?))) AS BLOB) AS bytes
       FROM (SELECT seq, ${eventTextSql} AS text FROM events WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?)`
    )
  };
}
