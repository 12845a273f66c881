import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { beginSession, signedIn } from '$lib/access/session.server';
import { enrolTablet, makeCode, provenTablet } from '$lib/access/tablet.server';
import type { Actor } from '$lib/access/facts';
import { rightsOf } from '$lib/access/rights';
import { answerSync } from '$lib/sync/answer.server';
import type { SyncEvent } from '$lib/sync/event';
import { EventLog } from '$lib/sync/log.server';
import { answerSchema, protocol } from '$lib/sync/wire';
import { aClub as aRealClub, aStaff, aWriter } from '../support/club';
import { anEvent, anId, aWorld } from '../support/events';
import { aStore } from '../support/store';
import { aClub, aTablet } from '../support/sync-club';
import { allRooms } from '../support/sync-server';

const start = Date.UTC(2026, 10, 24, 9);
const lost: Actor = {
  kind: 'device',
  tablet: { id: 'lost', venue: 'library', enrolledAt: 0, revokedAt: start - 1, lost: true }
};

/** So many steps, each with a name that fills much of a page of the file. */
const steps = (from: number, count: number): SyncEvent[] =>
  Array.from({ length: count }, (_, index) =>
    anEvent({
      id: anId(from + index),
      stream: 'progress/anna',
      type: 'step.completed',
      data: { course: 'tablet', lesson: 'one', step: `s${index}${'x'.repeat(60)}` }
    })
  );

/** A server whose disk has room for a few pages more than there are, until it is given more. */
function aServer() {
  const [world, store] = [aWorld(start), aStore()];
  const log = new EventLog(store, allRooms, world);
  const port = aClub({ people: ['anna'], meetings: [] });
  const said: string[] = [];
  const noted: number[] = [];
  const send = (
    events: readonly SyncEvent[],
    {
      actor = aTablet('t1'),
      cursors = {},
      note = () => {}
    }: { actor?: Actor; cursors?: object; note?: () => void } = {}
  ) =>
    answerSync({
      log,
      registry: allRooms,
      request: new Request('http://localhost/api/sync', {
        method: 'POST',
        body: JSON.stringify({ protocol, device: 'd1', cursors, grants: [], gone: [], events })
      }),
      now: world.now(),
      report: (line) => said.push(line),
      alongside: () => note,
      rights: ({ grants }) => rightsOf({ actor, port, grants, now: world.now(), snapshot: async () => undefined })
    });
  const pages = () => Number(store.db.pragma('page_count', { simple: true }));
  const limit = (most: number) => store.db.pragma(`max_page_count = ${most}`);
  return { store, log, send, said, noted, fill: () => limit(pages() + 4), makeRoom: () => limit(1_000_000) };
}

describe('while the disk of the server takes nothing', () => {
  test('a tablet is asked to come again, nothing of its batch is kept, and all of it is taken when there is room', async () => {
    const { store, log, send, said, fill, makeRoom } = aServer();
    await send(steps(1, 2));
    fill();
    const answer = await send(steps(3, 400));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await answer.json()).toEqual({ code: 'busy' });
    expect(said).toEqual([expect.stringMatching(/^DATA_DIR takes nothing \(SQLITE_FULL\)\. Make room; /)]);
    expect(store.db.inTransaction).toBe(false);
    expect(log.streams(['progress/anna'])).toMatchObject([{ last: 2 }]);
    makeRoom();
    const taken = v.parse(answerSchema, await (await send(steps(3, 400))).json());
    expect(taken.accepted).toHaveLength(400);
    expect(taken.accepted.at(-1)?.seq).toBe(402);
    expect(log.differences()).toEqual([]);
  });

  test('all who wrote at that moment hear so, and each is taken later', async () => {
    const { send, fill, makeRoom, log } = aServer();
    fill();
    const all = [steps(1, 200), steps(201, 200), steps(401, 200)];
    expect((await Promise.all(all.map((events) => send(events)))).map(({ status }) => status)).toEqual([503, 503, 503]);
    makeRoom();
    await Promise.all(all.map((events) => send(events)));
    expect(log.streams(['progress/anna'])).toMatchObject([{ last: 600 }]);
  });

  test('what waits for the office is kept whole or not at all', async () => {
    const { log, send, fill, makeRoom } = aServer();
    fill();
    expect((await send(steps(1, 400), { actor: lost })).status).toBe(503);
    expect(log.quarantine.size()).toBe(0);
    makeRoom();
    expect((await send(steps(1, 400), { actor: lost })).status).toBe(200);
    expect(log.quarantine.size()).toBe(400);
  });

  test('who only asks is answered', async () => {
    const { store, send } = aServer();
    await send(steps(1, 2));
    store.db.pragma('query_only = ON');
    const note = () => void store.db.prepare("INSERT INTO deletions VALUES ('x')").run();
    const answer = await send([], { actor: aTablet('t2'), cursors: { 'progress/anna': 0 }, note });
    expect(v.parse(answerSchema, await answer.json()).streams['progress/anna']).toMatchObject({ cursor: 2 });
  });

  test('everybody is known still: that "last seen" cannot be written keeps nobody out', async () => {
    const writer = aWriter(aStore());
    const { store, world } = writer;
    const token = await beginSession(writer, await aStaff(writer));
    const { venue } = await aRealClub(writer);
    const enrolled = await enrolTablet(writer, (await makeCode(writer, { tabletName: 'T', venue })).code);
    world.pass(3_600_000);
    store.db.pragma('query_only = ON');
    expect(await signedIn(writer, token)).toMatchObject({ username: 'lotse' });
    expect(await provenTablet(writer, enrolled.ok ? enrolled.value.cookie : '')).toMatchObject({ venue });
  });

  test('a mistake of ours is none of the disk', async () => {
    const { store, send } = aServer();
    store.db.exec('DROP TABLE held_events');
    await expect(send(steps(1, 1), { actor: lost })).rejects.toThrow(/held_events/);
  });
});
