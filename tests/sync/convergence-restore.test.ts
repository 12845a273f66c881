import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableOf } from '$lib/sync/projection';
import { tableName } from '$lib/sync/rebuild.server';
import type { Transport } from '$lib/sync/transport';
import type { Store } from '$lib/store/open.server';
import type { RandomDraft } from '../support/drafts';
import { anyDraft, aWorld } from '../support/events';
import { aBackup, aRestoredStore, type Backup } from '../support/restore';
import { aStore } from '../support/store';
import { aClub, aTablet } from '../support/sync-club';
import { aSyncDevice, fates, type Fate } from '../support/sync-device';
import { allRooms, aSyncServer, type SyncServer } from '../support/sync-server';

/** More by script: `FC_RUNS=10000 npx vitest run convergence`. */
const numRuns = Math.ceil(Number(process.env['FC_RUNS'] ?? 1000) / 5);

const serverNow = Date.UTC(2026, 10, 24, 9);
const day = 24 * 60 * 60 * 1000;
const skews = [0, -3 * day, 2 * day, -serverNow, Date.UTC(2100, 0, 1) - serverNow];

type Turn =
  | { readonly device: number; readonly draft: RandomDraft }
  | { readonly device: number; readonly fate: Fate }
  | { readonly server: 'is backed up' | 'is restored' };

const device = fc.nat(2);
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ device, draft: anyDraft }) },
  { weight: 6, arbitrary: fc.record({ device, fate: fc.constantFrom(...fates) }) },
  { weight: 1, arbitrary: fc.record({ server: fc.constantFrom('is backed up' as const, 'is restored' as const) }) }
);
const schedule = fc.record({
  skewsMs: fc.tuple(fc.constantFrom(...skews), fc.constantFrom(...skews), fc.constantFrom(...skews)),
  turns: fc.array(turn, { minLength: 10, maxLength: 50 })
});

const port = aClub({ people: ['anna', 'bert'], meetings: ['m1', 'm2'] });

/** Meetings are the one group's. A tablet speaks for itself alone. */
const inClub = (draft: RandomDraft, on: number): RandomDraft => ({
  ...draft,
  by: draft.by.startsWith('device/') ? `device/tablet-${on}` : draft.by,
  data: draft.type === 'meeting.opened' ? { group: 'g1', date: '2026-11-24' } : draft.data
});

function serverRows({ db }: Store): Record<string, unknown> {
  return Object.fromEntries(
    allRooms.projections.flatMap((projection) =>
      db
        .prepare<[], { key: string; row: string }>(`SELECT key, row FROM ${tableName(projection)} ORDER BY key`)
        .all()
        .map(({ key, row }) => [`${tableOf(projection)}:${key}`, JSON.parse(row)])
    )
  );
}

test(
  'an older backup, restored at any moment, loses nothing of what the devices wrote',
  { timeout: 120_000 },
  async () => {
    const world = aWorld(serverNow);
    const empty = aStore();
    aSyncServer({ store: empty, world, port });
    const start = aBackup(empty);
    let epochs = 0;
    const serverOf = (backup: Backup): SyncServer => {
      epochs += 1;
      return aSyncServer({ store: aRestoredStore(backup, `epoch-${epochs}`), world, port });
    };
    await fc.assert(
      fc.asyncProperty(schedule, async ({ skewsMs, turns }) => {
        let [server, backup] = [serverOf(start), start];
        const way =
          (index: number): Transport =>
          (body) =>
            server.transport(aTablet(`tablet-${index}`))(body);
        const devices = skewsMs.map((skew, index) => aSyncDevice(aWorld(serverNow + skew, index + 1), way(index)));
        for (const each of devices) {
          for (const person of ['anna', 'bert']) await each.follow(`learner/${person}`);
          for (const staff of ['otto', 'petra']) await each.holdGrant(staff);
        }
        for (const step of turns) {
          world.pass(1000);
          if ('draft' in step) await devices[step.device]?.record(inClub(step.draft, step.device));
          else if ('fate' in step) await devices[step.device]?.exchange(step.fate);
          else if (step.server === 'is backed up') backup = aBackup(server.store);
          else {
            server.store.close();
            server = serverOf(backup);
          }
        }
        for (const each of [...devices, ...devices]) expect(await each.exchange()).toEqual({ end: 'done' });

        const expected = serverRows(server.store);
        for (const each of devices) {
          expect(await each.shelf.read((tx) => tx.counts())).toEqual({ waiting: 0, again: 0, refused: 0, local: 0 });
          expect(await each.rows('confirmed')).toEqual(expected);
          expect(await each.rows('shown')).toEqual(expected);
        }
        const recorded = turns.filter((step) => 'draft' in step).length;
        expect(server.store.db.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: recorded });
        server.store.close();
      }),
      { numRuns }
    );
  }
);
