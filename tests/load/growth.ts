import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world, type World } from '$lib/base/world';
import { rooms } from '$lib/rooms';
import { openStore, type Store } from '$lib/store/open.server';
import { newEventId } from '$lib/sync/event-id';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { aBatch, aBenchClub, type BenchTablet } from './bench-club';
import { quietDisk } from '../support/quiet-disk';
import { InProcess } from './in-process';
import { median } from './numbers';

/** Milliseconds at both sizes, and how many times as long the larger one takes: medians of alternating runs. */
export interface Grown {
  readonly small: number;
  readonly large: number;
  readonly times: number;
}

/**
 * How the time of one request changes as a town's log grows. `fresh`: written and fetched as it happens. `away`: by
 * tablets that were away for weeks, so that ids fall into random places of the index and cursors point far back.
 */
export interface Growth {
  readonly batchFresh: Grown;
  readonly batchAway: Grown;
  readonly pullFresh: Grown;
  readonly pullAway: Grown;
}

export interface GrowthOptions {
  readonly folder: string;
  /** stored events */
  readonly small: number;
  readonly large: number;
  /** requests of each kind at each size, in each sitting */
  readonly rounds: number;
}

const eventsAPerson = 100;
const dayMs = 24 * 60 * 60 * 1000;
/** The log of two years. */
const spanMs = 730 * dayMs;
const club = { tablets: 30, tabletsAVenue: 10 };
/** Events of each of the venue's people that a pull brings. */
const pullEach = 20;
/** Two rounds for each venue. */
const warmUp = 6;

type Kind = keyof Growth;
const kinds: readonly Kind[] = ['batchFresh', 'batchAway', 'pullFresh', 'pullAway'];
/** By kind, milliseconds in the small town and in the large one. */
type Spent = Record<Kind, readonly [number[], number[]]>;

/** Each sitting takes copies: what was written in the others would let the small town grow by more than half. */
const sittings = 3;

export async function growth({ folder, small, large, rounds }: GrowthOptions): Promise<Growth> {
  const places = [await aTown(folder, small), await aTown(folder, large)] as const;
  const spent: Spent = { batchFresh: [[], []], batchAway: [[], []], pullFresh: [[], []], pullAway: [[], []] };
  try {
    for (let sitting = 0; sitting < sittings; sitting += 1) {
      const towns = [aCopy(folder, places[0]), aCopy(folder, places[1])] as const;
      quietDisk();
      await sit(towns, rounds, spent).finally(() => towns.forEach((town) => town.close()));
    }
  } finally {
    for (const { dataDir } of places) rmSync(dataDir, { recursive: true });
  }
  const grown = ([fewer, more]: Spent[Kind]): Grown => {
    const [small, large] = [median(fewer), median(more)];
    return { small, large, times: large / small };
  };
  return {
    batchFresh: grown(spent.batchFresh),
    batchAway: grown(spent.batchAway),
    pullFresh: grown(spent.pullFresh),
    pullAway: grown(spent.pullAway)
  };
}

/** The first rounds warm up. Who goes first changes, so that neither profits from the other's leavings. */
async function sit(towns: readonly [Town, Town], rounds: number, spent: Spent): Promise<void> {
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const kind of kinds) {
      for (const size of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const ms = await towns[size].measure(kind, round + warmUp);
        if (round >= 0) spent[kind][size].push(ms);
      }
    }
  }
}

function aCopy(folder: string, { dataDir, tablets }: Place): Town {
  const copy = mkdtempSync(join(folder, 'growth-'));
  cpSync(dataDir, copy, { recursive: true });
  return new Town({ dataDir: copy, tablets });
}

/** Three venues of ten tablets in a town whose people have left so many events in two years. */
async function aTown(folder: string, events: number): Promise<Place> {
  const dataDir = mkdtempSync(join(folder, 'growth-'));
  const store = openStore({ dataDir });
  const start = world.now() - spanMs;
  // Members came at any time of the two years, so their streams lie anywhere in the index.
  const joining = { ...world, now: () => start + Math.floor(Math.random() * spanMs * 0.9) };
  const tablets = await aBenchClub({ store, world, joining }, club);
  const members = store.db.prepare<[], { id: string }>('SELECT id FROM members ORDER BY id').all();
  const others = Math.max(0, events / eventsAPerson - members.length);
  const people = [...members.map(({ id }) => id), ...Array.from({ length: others }, () => newId(joining))];
  fill(store, { people, events, start });
  store.close();
  return { dataDir, tablets };
}

interface History {
  readonly people: readonly string[];
  readonly events: number;
  /** UTC milliseconds */
  readonly start: number;
}

/** Writes a history into the log; the read tables are made from it when the log is opened for the first time. */
function fill(store: Store, history: History): void {
  const { db } = store;
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -200000');
  const insert = db.prepare(
    `INSERT INTO events (id, stream, seq, type, at, "by", seen, data, device, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  );
  const setLast = db.prepare('INSERT INTO streams (stream, last) VALUES (?, ?)');
  const lasts = new Map<string, number>();
  db.transaction(() => {
    for (let index = 0; index < history.events; index += 1) {
      const { ms, person, stream, type, data } = anOldTap(history, index);
      const seq = (lasts.get(stream) ?? 0) + 1;
      lasts.set(stream, seq);
      const at = formatStamp({ ms, counter: 0, device: person });
      const id = newEventId(stream, { ...world, now: () => ms });
      insert.run(id, stream, seq, type, at, `person/${person}`, null, JSON.stringify(data), person, ms);
    }
    for (const [stream, last] of lasts) setLast.run(stream, last);
  })();
  new EventLog(store, registry(rooms), world);
}

/** Everybody's turn comes once a round, in an order that jumps over the streams. */
function anOldTap({ people, events, start }: History, index: number) {
  const person = people[(index * 7919) % people.length] ?? '';
  const round = Math.floor(index / people.length);
  const place = { course: 'tablet-basics', lesson: `old-${round % 12}`, step: `step-${round % 9}` };
  const isAnswer = round % 4 === 3;
  return {
    ms: start + Math.floor((index * spanMs) / events),
    person,
    stream: isAnswer ? `learner/${person}` : `progress/${person}`,
    type: isAnswer ? 'answer.given' : 'step.completed',
    data: isAnswer ? { ...place, choice: 1, right: true } : place
  };
}

/** Where a town's database lies, and its tablets. */
interface Place {
  readonly dataDir: string;
  readonly tablets: readonly BenchTablet[];
}

/** A town while it is measured. */
class Town {
  readonly #store: Store;
  readonly #writing: InProcess;
  /** a server of its own, which keeps nothing in memory of what the other one has just written */
  readonly #reading: InProcess;

  constructor(readonly place: Place) {
    this.#store = openStore(place);
    this.#writing = new InProcess({ store: this.#store, world });
    this.#reading = new InProcess({ store: this.#store, world });
  }

  /** Milliseconds of one request. */
  async measure(kind: Kind, round: number): Promise<number> {
    const venue = round % 3;
    const writer = this.#tablet(venue * 10 + (Math.floor(round / 3) % 9));
    const reader = this.#tablet(venue * 10 + 9);
    if (kind === 'pullFresh') return this.#pulled(reader);
    if (kind === 'pullAway') return this.#pulled(reader, this.#longAgo(reader));
    // What others wrote meanwhile is fetched before.
    while ((await this.#writing.exchange(writer, [])).more);
    const { ms } = await this.#writing.exchange(writer, aBatch(writer, kind === 'batchAway' ? away : world, round));
    return ms;
  }

  close(): void {
    this.#store.close();
    rmSync(this.place.dataDir, { recursive: true });
  }

  async #pulled(tablet: BenchTablet, cursors?: Record<string, number>): Promise<number> {
    const { ms, received } = await this.#reading.exchange(tablet, [], cursors && { cursors });
    if (received === 0) throw new Error('There was nothing to fetch');
    return ms;
  }

  #tablet(index: number): BenchTablet {
    const tablet = this.place.tablets[index];
    if (tablet === undefined) throw new Error(`There is no tablet ${index}`);
    return tablet;
  }

  /** Cursors of a tablet that lacks the last entries of everybody of its venue. */
  #longAgo({ venue }: BenchTablet): Record<string, number> {
    const rows = this.#store.db
      .prepare<[string], { stream: string; last: number }>(
        `SELECT stream, last FROM memberships JOIN groups ON groups.id = memberships."group"
         JOIN streams ON stream = 'progress/' || member WHERE venue = ? ORDER BY stream`
      )
      .all(venue);
    return Object.fromEntries(rows.map(({ stream, last }) => [stream, Math.max(0, last - pullEach)]));
  }
}

/** The clock of a tablet whose entries of the last weeks come only now. */
const away: World = { ...world, now: () => world.now() - Math.floor((14 + 15 * Math.random()) * dayMs) };
