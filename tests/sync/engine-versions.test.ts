import { expect, onTestFinished, test } from 'vitest';
import { place } from '$lib/learning/place';
import type { Draft } from '$lib/sync/event';
import { openEngine } from '$lib/sync/engine.browser';
import { memoryShelf } from '$lib/sync/memory-shelf';
import { refOf, registry, type Registry } from '$lib/sync/registry';
import { tableOf, type Projection } from '$lib/sync/projection';
import type { Shelf } from '$lib/sync/shelf';
import { rooms } from '$lib/rooms';
import { aClubWay, anEngine, engineStart, type TestWay } from '../support/engine';
import { aWorld } from '../support/events';
import { aPage } from '../support/page';

const newPlace: Projection = { ...place, version: place.version + 1 };

/** The app after an update: one projection makes its rows otherwise. */
const newApp: Registry = registry(
  rooms.map((room) => ({
    ...room,
    projections: room.projections.map((one) => (one.name === place.name ? newPlace : one))
  }))
);

async function theNewApp(shelf: Shelf, way: TestWay) {
  const engine = await openEngine({
    registry: newApp,
    shelf,
    world: aWorld(engineStart, 5),
    transport: way.transport,
    surroundings: aPage(),
    storage: () => 'ok'
  });
  onTestFinished(() => engine.close());
  return engine;
}

const aPlace = (person: string, lesson: string): Draft => ({
  stream: `progress/${person}`,
  type: 'place.moved',
  by: `person/${person}`,
  data: { course: 'tablet', lesson, step: 'a' }
});

const rowsOf = (shelf: Shelf, projection: Projection) =>
  shelf.read((tx) => tx.rowsFrom('shown', refOf(tableOf(projection), '')));

test('a projection in a new version is filled from the start, own events at once, and the old rows go', async () => {
  const [way, shelf] = [aClubWay(), memoryShelf()];
  const other = await anEngine({ way, seed: 2 });
  await other.engine.record(aPlace('bert', 'two'));
  await other.engine.exchange();
  const old = await anEngine({ way, shelf });
  await old.engine.record(aPlace('anna', 'one'));
  await old.engine.exchange();
  expect(await rowsOf(shelf, place)).toHaveLength(2);
  way.fail({ status: 0 });
  await old.engine.record([aPlace('anna', 'three'), aPlace('visitor', 'four')]);
  old.engine.close();

  const engine = await theNewApp(shelf, way);
  expect(await rowsOf(shelf, place)).toEqual([]);
  expect((await rowsOf(shelf, newPlace)).map(({ row }) => row)).toMatchObject([
    { person: 'anna', lesson: 'three' },
    { person: 'visitor', lesson: 'four' }
  ]);
  way.restore();
  await engine.exchange();
  expect((await rowsOf(shelf, newPlace)).map(({ row }) => row)).toMatchObject([
    { person: 'anna', lesson: 'three' },
    { person: 'bert', lesson: 'two' },
    { person: 'visitor', lesson: 'four' }
  ]);
});

test('the same app, opened again, fetches nothing a second time', async () => {
  const [way, shelf] = [aClubWay(), memoryShelf()];
  const first = await anEngine({ way, shelf });
  await first.engine.record(aPlace('anna', 'one'));
  await first.engine.exchange();
  first.engine.close();
  const again = await anEngine({ way, shelf });
  await again.engine.exchange();
  expect(way.requests.at(-1)?.cursors).toEqual({ 'progress/anna': 1 });
});

test('an old app in another tab stops exchanging, asks for a reload, and what it records is sent by the new one', async () => {
  const [way, shelf] = [aClubWay(), memoryShelf()];
  const old = await anEngine({ way, shelf });
  await old.engine.record(aPlace('anna', 'one'));
  way.through(async (_, pass) => {
    const answer = await pass();
    // The update opens while the old tab's answer is on its way.
    way.restore();
    await theNewApp(shelf, way);
    return answer;
  });
  await old.engine.exchange();
  expect(await old.status()).toMatchObject({ waiting: 1, reload: true });
  await old.engine.record(aPlace('anna', 'two'));

  const engine = await theNewApp(shelf, way);
  await engine.exchange();
  expect((await rowsOf(shelf, newPlace)).map(({ row }) => row)).toMatchObject([{ person: 'anna', lesson: 'two' }]);
  expect(await shelf.read(async (tx) => (await tx.counts()).waiting)).toBe(0);
});
