import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { addGroup } from '$lib/club/groups.server';
import { addMeeting } from '$lib/club/meetings.server';
import { addMember } from '$lib/club/members.server';
import { clubRights } from '$lib/club/rights.server';
import { addVenue } from '$lib/club/venues.server';
import { dayOf } from '$lib/club/zone';
import { rooms } from '$lib/rooms';
import { openStore, type Store } from '$lib/store/open.server';
import { answerSync } from '$lib/sync/answer.server';
import type { SyncEvent } from '$lib/sync/event';
import { EventLog } from '$lib/sync/log.server';
import { registry, type Registry } from '$lib/sync/registry';
import { answerSchema, protocol, type ExchangeAnswer, type ExchangeRequest } from '$lib/sync/wire';
import * as v from 'valibot';

/**
 * How fast the server takes in events, against bare better-sqlite3 on the same disk in the same run.
 *
 * A club of three venues with ten tablets and two groups of twelve each. Every tablet sends batches of
 * 50 events of a lesson, as JSON text, through everything that `POST /api/sync` does but HTTP itself:
 * parsing, rights out of the club's tables, log, read tables, snapshot, and what is new to the tablet. The
 * bare rate writes the same events into the log table alone: one prepared insert, one batch a commit.
 */
export interface SyncRate {
  /** events a second: median of five runs each, run by turns */
  readonly synced: number;
  readonly bare: number;
  /** median of synced / bare of each pair */
  readonly share: number;
}

const pairs = 5;
const batchesATablet = 10;
const batchSize = 50;

export async function syncRate(folder: string): Promise<SyncRate> {
  const results: { synced: number; bare: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const bare = await inStore(folder, bareRun);
    const synced = await inStore(folder, syncedRun);
    results.push({ bare, synced });
  }
  return {
    synced: Math.round(median(results.map(({ synced }) => synced))),
    bare: Math.round(median(results.map(({ bare }) => bare))),
    share: median(results.map(({ synced, bare }) => synced / bare))
  };
}

async function inStore(folder: string, work: (store: Store, club: Club) => Promise<number>): Promise<number> {
  const dataDir = mkdtempSync(join(folder, 'sync-rate-'));
  const store = openStore({ dataDir });
  try {
    return await work(store, await aClub(store));
  } finally {
    store.close();
    rmSync(dataDir, { recursive: true });
  }
}

interface Tablet {
  readonly id: string;
  readonly venue: string;
  readonly enrolledAt: number;
  /** who learns on it */
  readonly person: string;
}

interface Club {
  readonly tablets: readonly Tablet[];
}

async function aClub(store: Store): Promise<Club> {
  const writer = { store, world, by: 'staff/bench' };
  const tablets: Tablet[] = [];
  for (let house = 0; house < 3; house += 1) {
    const venue = await addVenue(writer, { name: `Haus ${house}`, address: '' });
    const people: string[] = [];
    for (let course = 0; course < 2; course += 1) {
      const group = await addGroup(writer, { name: `Gruppe ${course}`, venue, course: 'tablet-basics', trainers: [] });
      await addMeeting(writer, { group, date: dayOf(world.now()), start: '10:00', end: '12:00' });
      for (let person = 0; person < 12; person += 1) {
        people.push(await addMember(writer, { firstName: 'Anna', initial: 'K', picture: 'tulip', group }));
      }
    }
    for (const person of people.slice(0, 10)) tablets.push({ id: newId(world), venue, enrolledAt: 0, person });
  }
  return { tablets };
}

/** One lesson's worth of taps, again and again: place, step, answer, step, practice. */
function aBatch({ person, id: device }: Tablet, round: number): SyncEvent[] {
  return Array.from({ length: batchSize }, (_, index): SyncEvent => {
    const place = { course: 'tablet-basics', lesson: `lesson-${round}`, step: `step-${index % 9}` };
    const [type, data] = taps[index % taps.length]?.(place) ?? ['place.moved', place];
    const stream = type === 'answer.given' ? `learner/${person}` : `progress/${person}`;
    const at = formatStamp({ ms: world.now(), counter: index, device });
    return { id: newId(world), stream, type, at, by: `person/${person}`, data };
  });
}

type Place = { course: string; lesson: string; step: string };

const taps: readonly ((place: Place) => [string, unknown])[] = [
  (place) => ['place.moved', place],
  (place) => ['step.completed', place],
  (place) => ['answer.given', { ...place, choice: 1, right: true }],
  (place) => ['place.moved', place],
  (place) => ['practice.completed', { ...place, outcome: 'done' }]
];

async function bareRun(store: Store, { tablets }: Club): Promise<number> {
  const insert = store.db.prepare(
    `INSERT INTO events (id, stream, seq, type, at, "by", seen, data, device, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  );
  const lasts = new Map<string, number>();
  const write = store.db.transaction((events: readonly SyncEvent[], device: string) => {
    for (const { id, stream, type, at, by, data } of events) {
      const seq = (lasts.get(stream) ?? 0) + 1;
      lasts.set(stream, seq);
      insert.run(id, stream, seq, type, at, by, null, JSON.stringify(data), device, world.now());
    }
  });
  return rateOf(tablets, async (tablet, round) => {
    const events = aBatch(tablet, round);
    const from = performance.now();
    write(events, tablet.id);
    return performance.now() - from;
  });
}

async function syncedRun(store: Store, { tablets }: Club): Promise<number> {
  const all = registry(rooms);
  const log = new EventLog(store, all, world);
  const known = new Map<string, Pick<ExchangeAnswer, 'snapshotTag'> & { cursors: Record<string, number> }>();
  const exchange = async (tablet: Tablet, events: readonly SyncEvent[]) => {
    const before = known.get(tablet.id) ?? { cursors: {} };
    const body = JSON.stringify({ protocol, device: tablet.id, grants: [], ...before, events });
    const headers = { 'content-length': String(Buffer.byteLength(body)) };
    const request = new Request('http://localhost/api/sync', { method: 'POST', body, headers });
    const from = performance.now();
    const response = await send({ store, log, all, tablet, request });
    const ms = performance.now() - from;
    const answer = v.parse(answerSchema, await response.json());
    if (answer.accepted.length !== events.length) throw new Error('An event was refused');
    const moved = Object.entries(answer.streams).map(([stream, { cursor }]) => [stream, cursor]);
    const cursors = { ...before.cursors, ...Object.fromEntries(moved) };
    known.set(tablet.id, { cursors, snapshotTag: answer.snapshotTag });
    return { ms, more: Object.values(answer.streams).some(({ more }) => more) };
  };
  return rateOf(tablets, async (tablet, round) => {
    // What others wrote meanwhile is fetched before, or the rate would be that of reading.
    while ((await exchange(tablet, [])).more);
    const { ms } = await exchange(tablet, aBatch(tablet, round));
    return ms;
  });
}

interface Sending {
  readonly store: Store;
  readonly log: EventLog;
  readonly all: Registry;
  readonly tablet: Tablet;
  readonly request: Request;
}

function send({ store, log, all, tablet, request }: Sending): Promise<Response> {
  const now = world.now();
  const actor = { kind: 'device', tablet } as const;
  const rights = ({ grants }: ExchangeRequest) => clubRights(store, { actor, grants, now });
  return answerSync({ log, registry: all, request, now, rights });
}

/** Events a second over all tablets in turn. `batch` says how many milliseconds its batch took. */
async function rateOf(
  tablets: readonly Tablet[],
  batch: (tablet: Tablet, round: number) => Promise<number>
): Promise<number> {
  let spentMs = 0;
  for (let round = 0; round < batchesATablet; round += 1) {
    for (const tablet of tablets) spentMs += await batch(tablet, round);
  }
  return (tablets.length * batchesATablet * batchSize * 1000) / spentMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
