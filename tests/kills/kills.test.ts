import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { openStore } from '$lib/store/open.server';
import type { SyncEvent } from '$lib/sync/event';
import { EventLog } from '$lib/sync/log.server';
import { answerSchema, protocol } from '$lib/sync/wire';
import { bundle } from '../../scripts/bundle.js';
import { aDataDir } from '../support/store';
import { allRooms } from '../support/sync-server';

/** More by script: `KILLS=500 npx vitest run tests/kills`. */
const kills = Number(process.env['KILLS'] ?? 25);

let serverFile = '';
beforeAll(async () => {
  serverFile = await bundle('tests/kills/server.ts');
}, 60_000);

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

async function started(dataDir: string): Promise<Running> {
  const child = fork(serverFile, { env: { ...process.env, DATA_DIR: dataDir }, execArgv: [] });
  const [port]: unknown[] = await once(child, 'message');
  return { child, address: `http://127.0.0.1:${String(port)}/` };
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

type Accepted = Map<string, { readonly seq: number; readonly at: string }>;

/** Sends batch after batch until the server is gone; what it did not answer is sent again next time. */
async function sendUntilGone({ address, tablet, unsent, accepted, onAnswer }: Sender): Promise<void> {
  for (;;) {
    const events = unsent.at(-1) ?? [];
    const body = JSON.stringify({ protocol, device: 'kill-test', cursors: {}, grants: [], events });
    const response = await fetch(address, { method: 'POST', body }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (text === undefined) return;
    const answer = v.parse(answerSchema, JSON.parse(text));
    for (const { id, seq, at } of answer.accepted) accepted.set(id, { seq, at });
    unsent.pop();
    unsent.push(someWork(tablet));
    onAnswer();
  }
}

interface Sender {
  readonly address: string;
  readonly tablet: number;
  readonly unsent: SyncEvent[][];
  readonly accepted: Accepted;
  onAnswer(): void;
}

test(
  `${kills} kills under load lose no accepted event and half-apply none`,
  { timeout: 60_000 + kills * 2000 },
  async () => {
    const dataDir = aDataDir();
    const accepted: Accepted = new Map();
    const tablets = Array.from({ length: 6 }, (_, tablet) => [someWork(tablet)]);
    for (let kill = 0; kill < kills; kill += 1) {
      const { child, address } = await started(dataDir);
      let answersLeft = 1 + Math.floor(Math.random() * 30);
      const onAnswer = () => {
        answersLeft -= 1;
        if (answersLeft === 0) child.kill('SIGKILL');
      };
      const gone = once(child, 'exit');
      await Promise.all(
        tablets.map((unsent, tablet) => sendUntilGone({ address, tablet, unsent, accepted, onAnswer }))
      );
      await gone;
      expect(child.signalCode).toBe('SIGKILL');
    }

    const store = openStore({ dataDir });
    const log = new EventLog(store, allRooms, world);
    const stored = new Map(
      store.db
        .prepare<[], { id: string; seq: number; at: string }>('SELECT id, seq, at FROM events ORDER BY id')
        .all()
        .map(({ id, seq, at }) => [id, { seq, at }])
    );
    const lost = [...accepted].filter(([id, { seq, at }]) => stored.get(id)?.seq !== seq || stored.get(id)?.at !== at);
    expect(accepted.size).toBeGreaterThan(kills * 20);
    expect(lost).toEqual([]);
    expect(log.differences()).toEqual([]);
    const gaps = store.db
      .prepare(
        `SELECT streams.stream FROM streams LEFT JOIN events ON events.stream = streams.stream
       GROUP BY streams.stream HAVING count(*) <> streams.last OR max(seq) <> streams.last ORDER BY 1`
      )
      .all();
    expect(gaps).toEqual([]);
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
    store.close();
  }
);
