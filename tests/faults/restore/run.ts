import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { openStore } from '$lib/store/open.server';
import { makeProofClub, type ProofVenue } from '../../support/proof-club';
import { newDataDir, startServer, type TestServer } from '../../support/server';
import { faultsAfter, faultsBefore, keptBy, type Expected } from './after';
import { addOffice, officeAt, type Office } from './office';
import { KeepingTablet } from './tablet';

const execute = promisify(execFile);

/** A backup under load, further work, the server destroyed, the backup restored, the tablets back. */
export async function restoreProof(args: string[]): Promise<number> {
  const options = { tablets: { type: 'string', default: '12' }, rounds: { type: 'string', default: '40' } } as const;
  const { values } = parseArgs({ args, options });
  const folder = newDataDir();
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  try {
    const proof = await prepare(dataDir, Number(values.tablets));
    const faults = await goThrough(proof, Number(values.rounds));
    for (const fault of faults.slice(0, 50)) console.log(`✗ ${fault}`);
    const kept = (await keptBy(proof.tablets)).length;
    console.log(`${kept} events kept by ${proof.tablets.length} tablets, ${faults.length} faults`);
    return faults.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Proof {
  readonly dataDir: string;
  readonly file: string;
  readonly venue: ProofVenue;
  readonly session: string;
  readonly tablets: readonly KeepingTablet[];
}

async function prepare(dataDir: string, tabletsEach: number): Promise<Proof> {
  const { venues } = await makeProofClub(dataDir, { venues: 1, peopleEach: tabletsEach + 2, tabletsEach });
  const [venue] = venues;
  if (!venue) throw new Error('There is no club');
  const session = await addOffice(dataDir);
  const tablets = venue.tablets.map((cookie) => new KeepingTablet(cookie));
  return { dataDir, file: join(dirname(dataDir), 'backup.sqlite'), venue, session, tablets };
}

async function goThrough(proof: Proof, rounds: number): Promise<string[]> {
  const { dataDir, venue, session, tablets } = proof;
  const first = await startServer({ dataDir });
  const { expected, deletedLog } = await untilDestroyed(proof, { server: first, rounds });
  await wipe(dataDir, deletedLog);
  console.log(await upkeep(dataDir, 'restore', proof.file));

  const second = await startServer({ dataDir });
  try {
    // Meanwhile people went on without a network.
    for (const [index, tablet] of tablets.entries()) await tablet.learn(personOf(venue, index), 3);
    await Promise.all(tablets.map((tablet) => tablet.exchange(second.url)));
    const before = await faultsBefore(dataDir, expected);
    const office = officeAt(second.url, session);
    await decide(office, { venue, expected });
    await Promise.all(tablets.map((tablet) => tablet.exchange(second.url)));
    const told = await Promise.all(tablets.map((tablet) => tablet.gone()));
    return [
      ...before,
      ...(await faultsAfter(dataDir, expected)),
      ...told.flatMap((gone) =>
        gone.has(`progress/${expected.deleted}`) ? [] : ['A tablet was not told of a deletion']
      ),
      ...(await faultsOfPages(office))
    ];
  } finally {
    await second.kill();
  }
}

const personOf = ({ people }: ProofVenue, tablet: number): string => people[tablet + 2] ?? '';

/** From the first load to the end of the server. */
async function untilDestroyed(
  { dataDir, file, venue, session, tablets }: Proof,
  { server, rounds }: { server: TestServer; rounds: number }
): Promise<{ expected: Expected; deletedLog: Buffer }> {
  const [deleted = '', remembered = ''] = venue.people;
  const office = officeAt(server.url, session);
  for (const [index, tablet] of tablets.entries()) {
    await tablet.learn(index % 2 === 0 ? deleted : remembered, 5);
  }
  const backup = work({ tablets, venue, url: server.url, rounds }, () => upkeep(dataDir, 'backup', file));
  console.log(await backup);
  // What only the tablets will know: nothing of it is in the backup.
  await work({ tablets, venue, url: server.url, rounds: Math.ceil(rounds / 4) }, async () => '');
  await office.send('/members?/delete', { id: deleted });
  const deletedLog = readFileSync(join(dataDir, 'deleted.log'));
  await office.send('/members?/delete', { id: remembered });
  await office.send('/members?/add', { firstName: 'Zoe', initial: '', picture: 'tulip', group: venue.group });
  const newcomer = newestMember(dataDir);
  for (const tablet of tablets) await tablet.learn(newcomer, 4);
  // The first one is away: it hears of nothing before the restore.
  await Promise.all(tablets.slice(1).map((tablet) => tablet.exchange(server.url)));
  await server.kill();
  return { expected: { tablets, deleted, remembered, newcomer }, deletedLog };
}

interface Work {
  readonly tablets: readonly KeepingTablet[];
  readonly venue: ProofVenue;
  readonly url: string;
  readonly rounds: number;
}

/** All tablets send while something else happens; at least so many rounds. */
async function work({ tablets, venue, url, rounds }: Work, meanwhile: () => Promise<string>): Promise<string> {
  let isOver = false;
  const learning = tablets.map(async (tablet, index) => {
    for (let round = 0; round < rounds || !isOver; round += 1) {
      await tablet.learn(personOf(venue, index), 5);
      if (!(await tablet.exchange(url))) throw new Error('The server went away under load');
    }
  });
  const said = await meanwhile().finally(() => (isOver = true));
  await Promise.all(learning);
  return said;
}

/** The commands as the operator types them. */
async function upkeep(dataDir: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir };
  return (await execute(process.execPath, ['scripts/upkeep.js', ...args], { env })).stdout.trimEnd();
}

/** The disk is lost; what is left is the backup and the separate copy of deleted.log. */
async function wipe(dataDir: string, deletedLog: Buffer): Promise<void> {
  rmSync(dataDir, { recursive: true });
  mkdirSync(dataDir);
  appendFileSync(join(dataDir, 'deleted.log'), deletedLog);
}

function newestMember(dataDir: string): string {
  const store = openStore({ dataDir });
  try {
    const sql = "SELECT id FROM members WHERE first_name = 'Zoe'";
    return store.db.prepare<[], { id: string }>(sql).get()?.id ?? '';
  } finally {
    store.close();
  }
}

/** The office takes the newcomer in again, accepts what waits, and deletes again whom the tablets remember. */
async function decide(office: Office, { venue, expected }: { venue: ProofVenue; expected: Expected }): Promise<void> {
  const { newcomer: id, remembered } = expected;
  await office.send('/held?/person', { id, firstName: 'Zoe', initial: '', picture: 'tulip', group: venue.group });
  const page = await office.page('/held');
  const groups = new Set(
    [...page.matchAll(/name="group" value="(unknown-stream [^"]+)"/g)].map(([, group = '']) => group)
  );
  for (const group of groups) await office.send('/held?/accept', { group });
  await office.send('/held?/remove', { id: remembered });
}

async function faultsOfPages(office: Office): Promise<string[]> {
  const page = await office.page('/held');
  return page.includes('Es ist nichts zurückgehalten.') ? [] : ['Something still waits although all was decided'];
}
