import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import { eventSchema, type SyncEvent } from './event';
import type { HeldReason } from './rights';
import type { RefusalCode } from './wire';

/** Undecided events of one sender, at most: a lost tablet must not fill the disk. */
export const mostHeld = 5000;

export interface Holding {
  readonly reason: HeldReason;
  /** who is limited: `tablet/<id>` or `staff/<id>`, proven */
  readonly sender: string;
  /** the browser that sent it */
  readonly device: string;
  /** UTC milliseconds */
  readonly receivedAt: number;
}

/** An event that waits for a decision. */
export interface HeldEvent extends Holding {
  readonly event: SyncEvent;
}

export type Decision = 'accepted' | 'discarded';

/** Events and streams that wait until the office has decided about them (docs/decisions/0013). */
export class Quarantine {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = prepare(db);
  }

  /** Does some work in one commit: a disk that is asked for each of hundreds of events keeps everybody waiting. */
  together<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  /** Keeps an event for the office, on disk when this returns. What the sender is answered: mostly `held`. */
  hold(event: SyncEvent, { reason, sender, device, receivedAt }: Holding): RefusalCode {
    const { known, count, insert } = this.#statements;
    return this.#db
      .transaction((): RefusalCode => {
        const kept = known.get(event.id);
        if (kept !== undefined) return kept.decision === null ? 'held' : 'forbidden';
        if ((count.get(sender)?.held ?? 0) >= mostHeld) return 'forbidden';
        insert.run(event.id, event.stream, reason, sender, device, receivedAt, JSON.stringify(event));
        return 'held';
      })
      .immediate();
  }

  /** What waits, in order of arrival, at most so many. */
  waiting(atMost: number): HeldEvent[] {
    return this.#statements.waiting.all(atMost).map(heldEventOf);
  }

  /** Those of some events that still wait. */
  among(ids: readonly string[]): HeldEvent[] {
    return this.#statements.among.all(JSON.stringify(ids)).map(heldEventOf);
  }

  /** Writes down what was decided. The event's own words go: it is in the log, or unwanted. */
  decide(ids: readonly string[], { decision, at }: { decision: Decision; at: number }): void {
    this.#statements.decide.run(decision, at, JSON.stringify(ids));
  }

  /** Keeps that a trusted device was told of these streams that they are deleted, if the database has them again. */
  report(streams: readonly string[], { sender, at }: { sender: string; at: number }): void {
    this.#statements.report.run(sender, at, JSON.stringify(streams));
  }

  /** Streams about whose deletion the office has not decided. */
  withheld(): Set<string> {
    return new Set(this.#statements.withheld.all().map(({ stream }) => stream));
  }

  /** Writes down that the office has decided about these streams. */
  decideStreams(streams: readonly string[], at: number): void {
    this.#statements.decideStreams.run(at, JSON.stringify(streams));
  }

  /** How many events and streams wait. */
  size(): number {
    return this.#statements.size.get()?.held ?? 0;
  }
}

interface HeldRow {
  readonly event: string;
  readonly reason: HeldReason;
  readonly sender: string;
  readonly device: string;
  readonly received_at: number;
}

function heldEventOf({ event, reason, sender, device, received_at }: HeldRow): HeldEvent {
  return { event: v.parse(eventSchema, JSON.parse(event)), reason, sender, device, receivedAt: received_at };
}

function prepare(db: Database) {
  const columns = 'event, reason, sender, device, received_at';
  const among = 'IN (SELECT value FROM json_each(?))';
  return {
    known: db.prepare<[string], { decision: Decision | null }>('SELECT decision FROM held_events WHERE id = ?'),
    count: db.prepare<[string], { held: number }>(
      'SELECT count(*) AS held FROM held_events WHERE sender = ? AND decided_at IS NULL'
    ),
    insert: db.prepare(
      `INSERT INTO held_events (id, stream, reason, sender, device, received_at, event) VALUES (?, ?, ?, ?, ?, ?, ?)`
    ),
    waiting: db.prepare<[number], HeldRow>(
      `SELECT ${columns} FROM held_events WHERE decided_at IS NULL ORDER BY received_at, id LIMIT ?`
    ),
    among: db.prepare<[string], HeldRow>(
      `SELECT ${columns} FROM held_events WHERE id ${among} AND decided_at IS NULL ORDER BY received_at, id`
    ),
    decide: db.prepare(`UPDATE held_events SET decision = ?, decided_at = ?, event = NULL WHERE id ${among}`),
    report: db.prepare(
      `INSERT INTO reported_streams (stream, sender, reported_at)
       SELECT stream, ?, ? FROM streams WHERE stream ${among} AND gone_at IS NULL ON CONFLICT (stream) DO NOTHING`
    ),
    withheld: db.prepare<[], { stream: string }>(
      'SELECT stream FROM reported_streams WHERE decided_at IS NULL ORDER BY stream'
    ),
    decideStreams: db.prepare(`UPDATE reported_streams SET decided_at = ? WHERE stream ${among}`),
    size: db.prepare<[], { held: number }>(
      `SELECT (SELECT count(*) FROM held_events WHERE decided_at IS NULL) +
              (SELECT count(*) FROM reported_streams WHERE decided_at IS NULL) AS held`
    )
  };
}
