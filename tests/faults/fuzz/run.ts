import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { quantile } from '../../../scripts/bench/numbers.js';
import { makeProofClub, type ProofVenue } from '../../support/proof-club';
import { memoryOf } from '../../support/process-memory';
import { newDataDir, startServer, type TestServer } from '../../support/server';
import { stateOfLog } from '../../support/sound-log';
import { AttackerProcess } from './attacker-process';
import type { Identities } from './attack';
import { faultsOf, type Findings } from './findings';
import { Neighbour } from './neighbour';

interface Wish {
  readonly seed: number;
  /** turns, the last not included */
  readonly from: number;
  readonly until: number;
  /** whether honest tablets are timed: not where the machine does something else meanwhile */
  readonly timed: boolean;
}

const neighbours = { timed: 10, calm: 2 };
const calmWindow = { ms: 15_000, most: 12 };
/** Of the window before: a server that grows quicker still is not at rest. */
const stillQuicker = 0.95;

/** Bad input of many requests against the built server, beside honest tablets of another venue. */
export async function fuzz(args: string[]): Promise<number> {
  const wish = read(args);
  const dataDir = newDataDir();
  const { venues, trainer } = await makeProofClub(dataDir, { venues: 2, peopleEach: 40, tabletsEach: 40 });
  const [honest, robbed] = venues;
  if (!honest || !robbed) throw new Error('There is no club');
  const server = await startServer({ dataDir });
  const attacker = new AttackerProcess();
  try {
    const facts = { ...robbed, trainer, now: Date.now() };
    const findings = await watch({ wish, server, attacker, honest, facts });
    await server.stop();
    const { broken } = await attacker.verify(dataDir);
    const faults = [...faultsOf(findings), ...(await faultsOfLog({ dataDir, findings, broken }))];
    for (const fault of faults) console.log(`✗ ${fault}`);
    console.log(`${wish.until - wish.from} requests, ${faults.length} faults, seed ${wish.seed}`);
    return faults.length > 0 ? 1 : 0;
  } finally {
    attacker.end();
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function read(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 1e6)) },
      only: { type: 'string' },
      calm: { type: 'boolean', default: false }
    }
  });
  const from = Number(values.only ?? 0);
  const until = values.only === undefined ? Number(values.requests) : from + 1;
  return { seed: Number(values.seed), from, until, timed: !values.calm };
}

interface Scene {
  readonly wish: Wish;
  readonly server: TestServer;
  readonly attacker: AttackerProcess;
  readonly honest: ProofVenue;
  readonly facts: Identities;
}

/** Before, during and after the attack. Its first quarter shows how much memory the server takes. */
async function watch({ wish, server, attacker, honest, facts }: Scene): Promise<Findings> {
  const { port, pid } = server;
  const { seed, from, until, timed } = wish;
  const room = honest.tablets
    .slice(0, timed ? neighbours.timed : neighbours.calm)
    .map((cookie, index) => new Neighbour({ port, cookie, person: honest.people[index] ?? '' }));
  let isOver = false;
  const learning = Promise.all(room.map((one) => one.learn(() => isOver))).then(
    () => undefined,
    (error: unknown) => String(error)
  );
  const beforeMs = await timesAtRest(room, timed ? calmWindow : { ms: 500, most: 2 });

  const warm = from + Math.ceil((until - from) / 4);
  const reports = [await attacker.attack({ port, seed, from, until: warm, facts })];
  const memoryBefore = memoryOf(pid);
  reports.push(await attacker.attack({ port, seed, from: warm, until, facts }));
  const memoryAfter = memoryOf(pid);
  const duringMs = takeTimes(room);
  isOver = true;
  const trouble = await learning;
  for (const one of room) one.close();
  const honestIds = room.flatMap(({ accepted }) => accepted);
  return { reports, memoryBefore, memoryAfter, beforeMs, duringMs, trouble, honestIds, timed };
}

/**
 * How long exchanges take when the server has long been up: a young one, whose code is not compiled yet, would make any
 * attack look harmless. Windows of so many milliseconds go by, until one is no longer quicker than the one before.
 */
async function timesAtRest(room: readonly Neighbour[], { ms, most }: typeof calmWindow): Promise<number[]> {
  let times: number[] = [];
  for (let turn = 0; turn < most; turn += 1) {
    await pause(ms);
    const before = times;
    times = takeTimes(room);
    if (quantile(times, 0.5) >= stillQuicker * quantile(before, 0.5)) break;
  }
  return times;
}

/** How long exchanges took since the last time this was asked. */
function takeTimes(room: readonly Neighbour[]): number[] {
  return room.flatMap(({ tookMs }) => tookMs.splice(0));
}

interface AtTheEnd {
  readonly dataDir: string;
  readonly findings: Findings;
  /** ids that were accepted and are not kept as they were */
  readonly broken: readonly string[];
}

async function faultsOfLog({ dataDir, findings, broken }: AtTheEnd): Promise<string[]> {
  const { events, faults } = await stateOfLog(dataDir);
  const kept = new Set(events.map(({ id }) => id));
  const lost = findings.honestIds.filter((id) => !kept.has(id));
  console.log(`  ${events.length} events in the log, ${findings.honestIds.length} of them of honest tablets`);
  return [
    ...faults,
    ...lost.map((id) => `An honest tablet's event ${id} was accepted and is lost`),
    ...broken.map((id) => `Event ${id} was accepted and is not in the log as it was`)
  ];
}
