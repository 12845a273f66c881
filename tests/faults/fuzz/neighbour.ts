import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import type { SyncEvent } from '$lib/sync/event';
import { newEventId } from '$lib/sync/event-id';
import { answerSchema, protocol } from '$lib/sync/wire';

interface Place {
  readonly port: number;
  readonly cookie: string;
  readonly person: string;
}

/** An honest tablet: somebody learns on it, and what they do is sent in small batches. */
export class Neighbour {
  /** how long each exchange took, in milliseconds */
  readonly tookMs: number[] = [];
  /** ids of what the server took */
  readonly accepted: string[] = [];
  readonly #place: Place;
  readonly #device = newId<'device'>(world);
  readonly #agent = new Agent({ keepAlive: true });
  #known: { cursors: Record<string, number>; snapshotTag?: string | undefined } = { cursors: {} };

  constructor(place: Place) {
    this.#place = place;
  }

  /**
   * Learns until told to stop: a small batch, then a rest as long as a browser gathers taps, which keeps it below what a
   * tablet may send in a quarter of an hour. Throws if anything is not taken.
   */
  async learn(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#exchange(Array.from({ length: 5 }, (_, count) => this.#tap(count)));
      await pause(300 + world.random(1).reduce((sum, chance) => sum + chance, 0));
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #tap(count: number): SyncEvent {
    const { person } = this.#place;
    const at = formatStamp({ ms: world.now(), counter: count, device: this.#device });
    const data = { course: 'tablet-basics', lesson: `lesson-${count}`, step: `step-${this.accepted.length % 9}` };
    const stream = `progress/${person}`;
    return { id: newEventId(stream, world), stream, type: 'step.completed', at, by: `person/${person}`, data };
  }

  async #exchange(events: readonly SyncEvent[]): Promise<void> {
    const body = JSON.stringify({ protocol, device: this.#device, grants: [], ...this.#known, events });
    const begin = performance.now();
    const { status, text } = await this.#post(body);
    this.tookMs.push(performance.now() - begin);
    if (status !== 200) throw new Error(`An honest tablet was answered ${status}: ${text.slice(0, 200)}`);
    const { accepted, streams, snapshotTag } = v.parse(answerSchema, JSON.parse(text));
    if (accepted.length !== events.length) throw new Error(`Not all honest events were taken: ${text.slice(0, 500)}`);
    this.accepted.push(...accepted.map(({ id }) => id));
    const moved = Object.entries(streams).map(([stream, { cursor }]) => [stream, cursor]);
    this.#known = { cursors: { ...this.#known.cursors, ...Object.fromEntries(moved) }, snapshotTag };
  }

  #post(body: string): Promise<{ status: number; text: string }> {
    const { port, cookie } = this.#place;
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      cookie: `device=${cookie}`
    };
    return new Promise((done, fail) => {
      const options = { host: '127.0.0.1', port, path: '/api/sync', method: 'POST', headers, agent: this.#agent };
      const outgoing = request(options, (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', fail);
        incoming.on('end', () =>
          done({ status: incoming.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
        );
      });
      outgoing.on('error', fail);
      outgoing.end(body);
    });
  }
}
