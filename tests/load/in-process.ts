import * as v from 'valibot';
import { clubRights } from '$lib/club/rights.server';
import { rooms } from '$lib/rooms';
import { answerSync } from '$lib/sync/answer.server';
import type { SyncEvent } from '$lib/sync/event';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { answerSchema, protocol, type ExchangeRequest } from '$lib/sync/wire';
import type { BenchPlace, BenchTablet } from './bench-club';

/** One request's answer, and how long it took from the first byte read to the last byte made. */
export interface Answered {
  readonly ms: number;
  readonly more: boolean;
  /** events of others in it */
  readonly received: number;
  readonly sizeBytes: number;
}

interface Known {
  readonly cursors: Record<string, number>;
  readonly snapshotTag?: string | undefined;
}

/**
 * Tablets and server in one process: everything that `POST /api/sync` does but HTTP itself. A request is
 * text made before, an answer is read after the clock has stopped.
 */
export class InProcess {
  readonly #known = new Map<string, Known>();
  readonly #all = registry(rooms);
  readonly #log: EventLog;

  constructor(readonly place: BenchPlace) {
    this.#log = new EventLog(place.store, this.#all, place.world);
  }

  /** Makes a request ready; calling what comes back sends it. */
  ready(
    tablet: BenchTablet,
    events: readonly SyncEvent[],
    before: Known = this.#known.get(tablet.id) ?? { cursors: {} }
  ): () => Promise<() => Promise<Answered>> {
    const body = JSON.stringify({ protocol, device: tablet.id, grants: [], ...before, events });
    const headers = { 'content-length': String(Buffer.byteLength(body)) };
    const request = new Request('http://localhost/api/sync', { method: 'POST', body, headers });
    return async () => {
      const from = performance.now();
      const response = await this.#send(tablet, request);
      const ms = performance.now() - from;
      return async () => ({ ms, ...this.#read(tablet, await response.text(), events.length) });
    };
  }

  /** Sends one request and reads the answer. */
  async exchange(tablet: BenchTablet, events: readonly SyncEvent[], before?: Known): Promise<Answered> {
    const read = await this.ready(tablet, events, before)();
    return read();
  }

  #send(tablet: BenchTablet, request: Request): Promise<Response> {
    const { store, world } = this.place;
    const now = world.now();
    const actor = { kind: 'device', tablet } as const;
    const rights = ({ grants }: ExchangeRequest) => clubRights(store, { actor, grants, now });
    return answerSync({ log: this.#log, registry: this.#all, request, now, rights });
  }

  #read(tablet: BenchTablet, text: string, sent: number): Omit<Answered, 'ms'> {
    const answer = v.parse(answerSchema, JSON.parse(text));
    if (answer.accepted.length !== sent) throw new Error('An event was refused');
    const streams = Object.entries(answer.streams);
    const moved = Object.fromEntries(streams.map(([stream, { cursor }]) => [stream, cursor]));
    const { cursors } = this.#known.get(tablet.id) ?? { cursors: {} };
    this.#known.set(tablet.id, { cursors: { ...cursors, ...moved }, snapshotTag: answer.snapshotTag });
    return {
      more: streams.some(([, { more }]) => more),
      received: streams.reduce((sum, [, { events }]) => sum + events.length, 0),
      sizeBytes: text.length
    };
  }
}
