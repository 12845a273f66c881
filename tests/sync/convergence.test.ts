import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { World } from '$lib/base/world';
import { tableName } from '$lib/sync/rebuild.server';
import { tableOf } from '$lib/sync/projection';
import { anyDraft, aWorld, type RandomDraft } from '../support/events';
import { aStore } from '../support/store';
import { aSyncDevice, fates, type Fate, type SyncDevice } from '../support/sync-device';
import { aClub, aTablet } from '../support/sync-club';
import { allRooms, aSyncServer, type SyncServer } from '../support/sync-server';

/** More by script: `FC_RUNS=10000 npx vitest run convergence`. */
const numRuns = Number(process.env['FC_RUNS'] ?? 1000);

const serverNow = Date.UTC(2026, 10, 24, 9);
const day = 24 * 60 * 60 * 1000;
const skews = [0, -3 * day, 2 * day, 60_000, -serverNow, Date.UTC(2100, 0, 1) - serverNow];

type Turn = { readonly device: number; readonly draft: RandomDraft } | { readonly device: number; readonly fate: Fate };

const device = fc.nat(2);
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ device, draft: anyDraft }) },
  { weight: 2, arbitrary: fc.record({ device, fate: fc.constantFrom(...fates) }) }
);
const schedule = fc.record({
  skews: fc.tuple(fc.constantFrom(...skews), fc.constantFrom(...skews), fc.constantFrom(...skews)),
  turns: fc.array(turn, { minLength: 5, maxLength: 40 })
});

/** Every run has its own people and meetings, so that one database serves all. Meetings are the one group's. */
function scoped(draft: RandomDraft, run: number): RandomDraft {
  return {
    ...draft,
    stream: `${draft.stream}-${run}`,
    by: draft.by.startsWith('person/') ? `${draft.by}-${run}` : draft.by,
    data: draft.type === 'meeting.opened' ? { group: 'g1', date: '2026-11-24' } : draft.data
  };
}

async function threeDevices(server: SyncServer, run: number, skewsMs: readonly number[]): Promise<SyncDevice[]> {
  const devices = skewsMs.map((skew, index) => {
    const world: World = aWorld(serverNow + skew, run * 10 + index + 1);
    return aSyncDevice(world, server.transport(aTablet(`tablet-${index}`)));
  });
  for (const each of devices) {
    for (const person of ['anna', 'bert']) await each.follow(`learner/${person}-${run}`);
    for (const staff of ['otto', 'petra']) await each.holdGrant(staff);
  }
  return devices;
}

/** The rows of one run in the server's read tables, named as the browser names them. */
function serverRows({ store }: SyncServer, run: number): Record<string, unknown> {
  return Object.fromEntries(
    allRooms.projections.flatMap((projection) =>
      store.db
        .prepare<[string], { key: string; row: string }>(
          `SELECT key, row FROM ${tableName(projection)} WHERE stream LIKE '%-' || ? ORDER BY key`
        )
        .all(String(run))
        .map(({ key, row }) => [`${tableOf(projection)}:${key}`, JSON.parse(row)])
    )
  );
}

test(
  'three devices and the server end equal after losses, repeats, any order and wrong clocks',
  { timeout: 120_000 },
  async () => {
    const store = aStore();
    // Power cuts are the kill test's business; here only order counts, and a thousand schedules.
    store.db.pragma('synchronous = OFF');
    const world = aWorld(serverNow);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(schedule, async ({ skews: skewsMs, turns }) => {
        run += 1;
        const port = aClub({
          people: [`anna-${run}`, `bert-${run}`],
          meetings: [`m1-${run}`, `m2-${run}`]
        });
        const server = aSyncServer({ store, world, port });
        const devices = await threeDevices(server, run, skewsMs);
        for (const step of turns) {
          const actor = devices[step.device];
          world.pass(1000);
          if ('draft' in step) await actor?.record(scoped(step.draft, run));
          else await actor?.exchange(step.fate);
        }
        for (const each of [...devices, ...devices]) expect(await each.exchange()).toEqual({ end: 'done' });

        const expected = serverRows(server, run);
        for (const each of devices) {
          expect(await each.shelf.read((tx) => tx.count('waiting'))).toBe(0);
          expect(await each.shelf.read((tx) => tx.count('refused'))).toBe(0);
          expect(await each.rows('confirmed')).toEqual(expected);
          expect(await each.rows('shown')).toEqual(expected);
        }
        const recorded = turns.filter((step) => 'draft' in step).length;
        const stored = store.db
          .prepare<[string], { n: number }>("SELECT count(*) AS n FROM events WHERE stream LIKE '%-' || ?")
          .get(String(run));
        expect(stored?.n).toBe(recorded);
      }),
      { numRuns }
    );
    expect(aSyncServer({ store, world, port: aClub({ people: [], meetings: [] }) }).log.differences()).toEqual([]);
  }
);
