import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { world } from '$lib/base/world';
import { openStore, type Store } from '$lib/store/open.server';
import type { SyncEvent } from '$lib/sync/event';
import { aBatch, aBenchClub, batchSize, type BenchSize, type BenchTablet } from './bench-club';
import { InProcess } from './in-process';
import { median, quantile } from './numbers';

/**
 * How fast the server takes in events, against bare better-sqlite3 on the same disk in the same run.
 *
 * Every tablet of a club sends batches of 50 events of a lesson, all tablets at once, as JSON text, through
 * everything that `POST /api/sync` does but HTTP itself: parsing, rights out of the club's tables, log, read tables,
 * snapshot, and what the other tablets of the venue have written since. The bare rate writes the same events into the
 * log table alone: one prepared insert, one batch a commit, one after the other. The plain rate does so with a table in
 * the order of arrival, which takes a batch faster and gives a reader who was away what it wants more slowly.
 */
export interface SyncRate {
  /** events a second: median of five runs each, run by turns */
  readonly synced: number;
  readonly bare: number;
  readonly plain: number;
  /** median of synced / bare of each pair, and of synced / plain */
  readonly share: number;
  readonly plainShare: number;
  /** milliseconds until a batch was answered */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** events of others handed out for each event taken in */
  readonly handedOut: number;
}

export interface RateOptions extends BenchSize {
  /** where the databases lie while they are measured */
  readonly folder: string;
  readonly rounds: number;
  readonly pairs: number;
}

interface Run {
  readonly rate: number;
  readonly waits: readonly number[];
  readonly received: number;
}

export async function syncRate(options: RateOptions): Promise<SyncRate> {
  const results: { synced: Run; bare: Run; plain: Run }[] = [];
  for (let pair = 0; pair < options.pairs; pair += 1) {
    const bare = await inStore(options, (store) => bareRun(store, options, 'events'));
    const synced = await inStore(options, (store) => syncedRun(store, options));
    const plain = await inStore(options, (store) => bareRun(store, options, aPlainTable(store)));
    results.push({ bare, synced, plain });
  }
  const waits = results.flatMap(({ synced }) => synced.waits);
  return {
    synced: Math.round(median(results.map(({ synced }) => synced.rate))),
    bare: Math.round(median(results.map(({ bare }) => bare.rate))),
    plain: Math.round(median(results.map(({ plain }) => plain.rate))),
    share: median(results.map(({ synced, bare }) => synced.rate / bare.rate)),
    plainShare: median(results.map(({ synced, plain }) => synced.rate / plain.rate)),
    p50: median(waits),
    p95: quantile(waits, 0.95),
    p99: quantile(waits, 0.99),
    handedOut: median(results.map(({ synced }) => synced.received))
  };
}

async function inStore(options: RateOptions, work: (store: Store) => Promise<Run>): Promise<Run> {
  const dataDir = mkdtempSync(join(options.folder, 'sync-rate-'));
  const store = openStore({ dataDir });
  try {
    return await work(store);
  } finally {
    store.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** The log's columns and indexes, in a table whose rows lie in the order in which they came. */
function aPlainTable({ db }: Store): string {
  db.exec(`CREATE TABLE plain_events (id TEXT PRIMARY KEY NOT NULL, stream TEXT NOT NULL, seq INTEGER NOT NULL,
    type TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, seen TEXT, data TEXT NOT NULL, device TEXT NOT NULL,
    received_at INTEGER NOT NULL); CREATE UNIQUE INDEX plain_stream_seq ON plain_events (stream, seq)`);
  return 'plain_events';
}

async function bareRun(store: Store, { rounds, ...size }: RateOptions, table: string): Promise<Run> {
  const tablets = await aBenchClub({ store, world }, size);
  const write = bareWrite(store, table);
  let spentMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    const batches = tablets.map((tablet) => ({ tablet, events: aBatch(tablet, world, round) }));
    const from = performance.now();
    for (const { tablet, events } of batches) write(events, tablet);
    spentMs += performance.now() - from;
  }
  return { rate: (tablets.length * rounds * batchSize * 1000) / spentMs, waits: [], received: 0 };
}

/** Nothing but the log: what any server on this database could reach at best, batch by batch. */
function bareWrite({ db }: Store, table: string): (events: readonly SyncEvent[], tablet: BenchTablet) => void {
  const insert = db.prepare(
    `INSERT INTO ${table} (id, stream, seq, type, at, "by", seen, data, device, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  );
  const lasts = new Map<string, number>();
  return db.transaction((events, tablet) => {
    for (const { id, stream, type, at, by, data } of events) {
      const seq = (lasts.get(stream) ?? 0) + 1;
      lasts.set(stream, seq);
      insert.run(id, stream, seq, type, at, by, null, JSON.stringify(data), tablet.id, world.now());
    }
  });
}

async function syncedRun(store: Store, { rounds, ...size }: RateOptions): Promise<Run> {
  const tablets = await aBenchClub({ store, world }, size);
  const server = new InProcess({ store, world });
  for (const tablet of tablets) await server.exchange(tablet, []);
  let [spentMs, received] = [0, 0];
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const requests = tablets.map((tablet) => server.ready(tablet, aBatch(tablet, world, round)));
    const from = performance.now();
    const answers = await Promise.all(requests.map((send) => send()));
    spentMs += performance.now() - from;
    for (const read of answers) {
      const answer = await read();
      waits.push(answer.ms);
      received += answer.received;
    }
  }
  const events = tablets.length * rounds * batchSize;
  return { rate: (events * 1000) / spentMs, waits, received: received / events };
}
