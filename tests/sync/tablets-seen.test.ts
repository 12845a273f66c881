import { expect, test } from 'vitest';
import type { Snapshot } from '$lib/sync/snapshot';
import { anAnswer, anEngine, engineStart } from '../support/engine';

const snapshot: Snapshot = {
  venues: [],
  groups: [],
  members: [],
  meetings: [],
  staff: { id: 'eva', name: 'Eva', role: 'trainer' },
  tablet: { id: 't1', name: 'Tablet 1', venue: 'v1' }
};
const tablets = [{ id: 't2', name: 'Tablet 2', venue: 'v1', seenAt: engineStart - 60_000, waiting: 3 }];

test('what staff are told of tablets is kept for the time without a network, and goes with them', async () => {
  const { engine, way, shelf } = await anEngine();
  const kept = async () => (await shelf.read((tx) => tx.device()))?.tablets;
  way.through(async () => anAnswer({ snapshot, snapshotTag: 'one', tablets }));
  await engine.exchange();
  expect(await kept()).toEqual({ at: engineStart, seen: tablets });
  way.fail({ status: 0 });
  await engine.exchange();
  expect(await kept()).toEqual({ at: engineStart, seen: tablets });
  await engine.handOn();
  expect(await kept()).toBeUndefined();
});

test('who is told of none any more keeps none', async () => {
  const { engine, way, shelf } = await anEngine();
  way.through(async () => anAnswer({ snapshot, snapshotTag: 'one', tablets }));
  await engine.exchange();
  way.through(async () => anAnswer({ snapshotTag: '' }));
  await engine.exchange();
  expect((await shelf.read((tx) => tx.device()))?.tablets).toBeUndefined();
});
