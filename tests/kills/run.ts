import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import type { SyncEvent } from '$lib/sync/event';
import { answerSchema, protocol } from '$lib/sync/wire';
import { chanceOf, type Chance } from '../faults/chance';
import { newDataDir } from '../support/server';
import { stateOfLog } from '../support/sound-log';

const tabletsAtWork = 6;
/** A kill by the clock comes within so many milliseconds: some dozens of commits, and the moments between them. */
const latestKillMs = 150;

interface Taken {
  readonly seq: number;
  readonly at: string;
}

/** What the tablets know: what waits on each, and everything that any server ever accepted. */
interface Room {
  readonly unsent: SyncEvent[][];
  readonly accepted: Map<string, Taken>;
}

/** Kills a server under load again and again. Nothing that was accepted may be missing or half there at the end. */
export async function kills(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { kills: { type: 'string', default: '500' }, seed: { type: 'string', default: String(Date.now() % 1e6) } }
  });
  const [wanted, seed] = [Number(values.kills), Number(values.seed)];
  const dataDir = newDataDir();
  const room: Room = {
    unsent: Array.from({ length: tabletsAtWork }, (_, tablet) => someWork(tablet)),
    accepted: new Map()
  };
  try {
    for (let kill = 0; kill < wanted; kill += 1) await oneLife({ dataDir, room, chance: chanceOf(seed, kill) });
    const { events, faults } = await stateOfLog(dataDir);
    const stored = new Map(events.map(({ id, seq, at }) => [id, { seq, at }]));
    const missing = [...room.accepted].filter(([id, { seq, at }]) => {
      const kept = stored.get(id);
      return kept?.seq !== seq || kept.at !== at;
    });
    for (const [id] of missing) console.log(`✗ Event ${id} was accepted and is not in the log as it was accepted`);
    for (const fault of faults) console.log(`✗ ${fault}`);
    const half = halfTaken(
      events.map(({ id }) => id),
      room
    );
    for (const words of half) console.log(`✗ ${words}`);
    console.log(
      `${wanted} kills, ${room.accepted.size} events accepted, ${missing.length} missing, ${half.length} half-applied, ${faults.length} differing, seed ${seed}`
    );
    return missing.length + half.length + faults.length > 0 || room.accepted.size < wanted * 5 ? 1 : 0;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A batch that nobody got an answer for is in the log as a whole, or not at all: it was one transaction. */
function halfTaken(stored: readonly string[], { unsent }: Room): string[] {
  const kept = new Set(stored);
  return unsent.flatMap((batch, tablet) => {
    const count = batch.filter(({ id }) => kept.has(id)).length;
    return count === 0 || count === batch.length
      ? []
      : [`Of tablet ${tablet}'s last batch, ${count} of ${batch.length} are there`];
  });
}

interface Life {
  readonly dataDir: string;
  readonly room: Room;
  readonly chance: Chance;
}

/** A server starts, six tablets send as fast as they can, and it is killed: after some answers, or at some moment. */
async function oneLife({ dataDir, room, chance }: Life): Promise<void> {
  const child = fork(process.argv[1] ?? '', { env: { ...process.env, DATA_DIR: dataDir }, execArgv: [] });
  const gone = once(child, 'exit');
  const [port]: unknown[] = await once(child, 'message');
  const die = killer(child, chance);
  const address = `http://127.0.0.1:${String(port)}/`;
  await Promise.all(room.unsent.map((_, tablet) => sendUntilGone({ address, tablet, room, onAnswer: die })));
  await gone;
  if (child.signalCode !== 'SIGKILL') throw new Error(`The server ended by itself: ${child.exitCode}`);
}

function killer(child: ChildProcess, chance: Chance): () => void {
  if (chance.below(2) === 0) {
    setTimeout(() => child.kill('SIGKILL'), chance.next() * latestKillMs);
    return () => undefined;
  }
  let answersLeft = 1 + chance.below(30);
  return () => {
    answersLeft -= 1;
    if (answersLeft === 0) child.kill('SIGKILL');
  };
}

interface Sending {
  readonly address: string;
  readonly tablet: number;
  readonly room: Room;
  onAnswer(): void;
}

/** Sends batch after batch until the server is gone; what it did not answer is sent again in its next life. */
async function sendUntilGone({ address, tablet, room, onAnswer }: Sending): Promise<void> {
  for (;;) {
    const body = JSON.stringify({
      protocol,
      device: 'kill-test',
      cursors: {},
      grants: [],
      events: room.unsent[tablet]
    });
    const response = await fetch(address, { method: 'POST', body }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (text === undefined) return;
    const { accepted } = v.parse(answerSchema, JSON.parse(text));
    for (const { id, seq, at } of accepted) {
      const before = room.accepted.get(id);
      if (before && (before.seq !== seq || before.at !== at))
        throw new Error(`Event ${id} was accepted otherwise before`);
      room.accepted.set(id, { seq, at });
    }
    room.unsent[tablet] = someWork(tablet);
    onAnswer();
  }
}

function someWork(tablet: number): SyncEvent[] {
  const [device, by] = [newId(world), `person/person-${tablet}`];
  return Array.from({ length: 20 }, (_, index): SyncEvent => {
    const data = { course: 'tablet', lesson: `lesson-${index % 3}`, step: `step-${index}` };
    const type = index % 2 === 0 ? 'step.completed' : 'place.moved';
    const at = formatStamp({ ms: world.now(), counter: index, device });
    return { id: newId(world), stream: `progress/person-${tablet}`, type, at, by, data };
  });
}
