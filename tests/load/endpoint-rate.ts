import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import * as v from 'valibot';
import { world } from '$lib/base/world';
import { protocol } from '$lib/sync/wire';
import { memoryOf } from '../support/process-memory';
import { makeProofClub } from '../support/proof-club';
import { newDataDir, startServer } from '../support/server';
import { aBatch, batchSize } from './bench-club';
import { median, quantile } from './numbers';
import { wayTo } from './soak/way';

/** How the built server answers tablets that all send at once, over HTTP, as fast as each of them can. */
export interface EndpointRate {
  /** events a second taken in */
  readonly events: number;
  /** milliseconds until a batch of 50 was answered */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** resident memory of the server at the end, and the most that it had, in MB */
  readonly memoryMb: number;
  readonly mostMemoryMb: number;
}

export interface EndpointOptions {
  readonly tablets: number;
  /** batches of each tablet */
  readonly rounds: number;
}

/** Tablets of one venue get what the others of it have written, as in a room. */
const tabletsAVenue = 10;
/** As much of an answer as the next request needs: whoever measures must not be what takes the time. */
const receivedSchema = v.object({
  accepted: v.array(v.unknown()),
  streams: v.record(v.string(), v.object({ cursor: v.number() })),
  snapshotTag: v.optional(v.string())
});

export async function endpointRate({ tablets: many, rounds }: EndpointOptions): Promise<EndpointRate> {
  const dataDir = newDataDir();
  const size = { peopleEach: tabletsAVenue, tabletsEach: tabletsAVenue };
  const { venues } = await makeProofClub(dataDir, { venues: Math.ceil(many / tabletsAVenue), ...size });
  const server = await startServer({ dataDir });
  const agents: Agent[] = [];
  try {
    const room = venues
      .flatMap(({ people, tablets }) => tablets.map((cookie, index) => ({ cookie, person: people[index] ?? '' })))
      .slice(0, many)
      .map((one) => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        agents.push(agent);
        return new Sender({ ...one, port: server.port, agent });
      });
    // A first contact (connection, snapshot) is not the evening. Each tablet keeps a connection of its own from then on.
    for (const sender of room) await sender.send(0);
    const waits: number[] = [];
    const from = performance.now();
    await Promise.all(
      room.map(async (sender) => {
        for (let round = 1; round <= rounds; round += 1) waits.push(await sender.send(round));
      })
    );
    const events = (room.length * rounds * batchSize * 1000) / (performance.now() - from);
    const { nowMb, mostMb } = memoryOf(server.pid);
    const [p95, p99] = [quantile(waits, 0.95), quantile(waits, 0.99)];
    return { events: Math.round(events), p50: median(waits), p95, p99, memoryMb: nowMb, mostMemoryMb: mostMb };
  } finally {
    for (const agent of agents) agent.destroy();
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** One tablet, which sends a batch and waits for its answer. */
class Sender {
  readonly #way: ReturnType<typeof wayTo>;
  readonly #tablet: Parameters<typeof aBatch>[0];
  readonly #cursors: Record<string, number> = {};
  #snapshotTag: string | undefined;

  constructor({ port, cookie, person, agent }: { port: number; cookie: string; person: string; agent: Agent }) {
    this.#way = wayTo({ port, cookie: `device=${cookie}`, agent });
    this.#tablet = { id: cookie.split('.')[0] ?? '', venue: '', enrolledAt: 0, person };
  }

  /** Milliseconds until the answer was there. */
  async send(round: number): Promise<number> {
    const events = aBatch(this.#tablet, world, round);
    const known = { cursors: this.#cursors, snapshotTag: this.#snapshotTag };
    const body = JSON.stringify({ protocol, device: this.#tablet.id, grants: [], left: 0, gone: [], ...known, events });
    const from = performance.now();
    const answer = await this.#way(body);
    const ms = performance.now() - from;
    if (!answer.ok) throw new Error(`A batch was answered with ${answer.error.status}`);
    const { accepted, streams, snapshotTag } = v.parse(receivedSchema, answer.value);
    if (accepted.length !== events.length) throw new Error('An event was refused');
    for (const [stream, { cursor }] of Object.entries(streams)) this.#cursors[stream] = cursor;
    this.#snapshotTag = snapshotTag;
    return ms;
  }
}
