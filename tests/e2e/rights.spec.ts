import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { actorsOf, type TestActor } from '../rights/actors';
import { ask, verdictOn, written } from '../rights/ask';
import type { RightsClub } from '../rights/rights-club';
import { notBuilt, parseTable, reads, writes } from '../rights/table';
import { keptEvents, sealFamily } from '../support/database';
import { rightsClub } from '../support/rights-club';
import { startServer, type TestServer } from '../support/server';

// One club and one server for all cells.
test.describe.configure({ mode: 'default' });

let club: RightsClub;
let server: TestServer;
let actors: Readonly<Record<string, TestActor>>;
let dataDir: string;

test.beforeAll(async () => {
  ({ club, dataDir } = await rightsClub());
  sealFamily(dataDir, 'family/f1');
  actors = actorsOf(club);
  server = await startServer({ dataDir });
});

test.afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

function actorNamed(name: string): TestActor {
  const actor = actors[name];
  if (!actor) throw new Error(`Nobody is ${name}`);
  return actor;
}

for (const [name, line] of parseTable(writes).lines) {
  test(`${name} writes what the table says${name in notBuilt ? ', being a visitor until it is built' : ''}`, async () => {
    const actor = actorNamed(name);
    const found = new Map<string, string>();
    for (const type of line.keys()) {
      const event = written(actor, { type, place: club.place });
      found.set(type, await verdictOn(server.url, actor, event));
      const isKept = keptEvents(dataDir, type).some(({ id }) => id === event.id);
      expect(isKept, `${type} is on disk`).toBe(found.get(type) === 'yes');
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(line));
  });
}

for (const [name, line] of parseTable(reads).lines) {
  test(`${name} reads what the table says`, async () => {
    const { person, meeting } = club.place;
    const streams = {
      progress: `progress/${person}`,
      learner: `learner/${person}`,
      meeting: `meeting/${meeting}`,
      family: 'family/f1'
    };
    await seed();
    const actor = actorNamed(name);
    const cursors = actor.asks ? Object.fromEntries(Object.values(streams).map((stream) => [stream, 0])) : {};
    const answer = await ask(server.url, actor, { cursors });
    const yes = (is: boolean) => (is ? 'yes' : 'no');
    const found = {
      ...Object.fromEntries(
        Object.entries(streams).map(([kind, stream]) => [kind, yes((answer.streams[stream]?.events.length ?? 0) > 0)])
      ),
      roster: yes(answer.snapshot?.members.some(({ id }) => id === person) ?? false)
    };
    expect(found).toEqual(Object.fromEntries(line));
  });
}

/** Something of Anna's stands in each stream: what is not given out is not given out for a reason. */
async function seed(): Promise<void> {
  const both = actorNamed('trainer at an enrolled tablet');
  const types = ['step.completed', 'answer.given', 'attendance.marked'];
  const events = types.map((type) => written(both, { type, place: club.place }));
  const { refused } = await ask(server.url, both, { events });
  expect(refused).toEqual([]);
}

test('a right event in a stream where its type does not belong is refused to everybody', async () => {
  const { person, meeting } = club.place;
  const streams = [`progress/${person}`, `learner/${person}`, `meeting/${meeting}`, 'family/f1'];
  const types = parseTable(writes).columns.filter((type) => type !== 'family.sealed');
  for (const [name, actor] of Object.entries(actors)) {
    const events = types.flatMap((type) => {
      const own = written(actor, { type, place: club.place });
      return streams.filter((stream) => stream !== own.stream).map((stream) => ({ ...own, stream }));
    });
    for (const event of events)
      expect(await verdictOn(server.url, actor, event), `${name}: ${event.type} in ${event.stream}`).toBe('invalid');
  }
});

test("nobody but the office reaches another venue's group, by whatever name", async () => {
  const { person, meeting } = club.other;
  const cursors = { [`progress/${person}`]: 0, [`learner/${person}`]: 0, [`meeting/${meeting}`]: 0 };
  for (const name of ['trainer at an enrolled tablet', 'substitute', 'device alone', 'learner on an enrolled tablet']) {
    const actor = actorNamed(name);
    const answer = await ask(server.url, actor, { cursors });
    expect(
      Object.keys(answer.streams).filter((stream) => stream in cursors),
      name
    ).toEqual([]);
    expect(
      answer.snapshot?.members.map(({ id }) => id),
      name
    ).not.toContain(person);
    const mark = written(actor, { type: 'attendance.marked', place: club.other });
    expect(await verdictOn(server.url, actor, mark), name).not.toBe('yes');
  }
  const office = actorNamed('office');
  const mark = written(office, { type: 'attendance.marked', place: club.other });
  expect(await verdictOn(server.url, office, mark)).toBe('yes');
});
