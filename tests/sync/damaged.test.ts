import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { deleteDatabase, readUnsent } from '$lib/sync/damaged.browser';
import { dexieShelf } from '$lib/sync/dexie-shelf.browser';
import { earlyDeeds, keepForNextPage, settleEarly } from '$lib/sync/early.browser';
import type { Draft } from '$lib/sync/event';
import { anEngine } from '../support/engine';

const aStep = (step: string): Draft => ({
  stream: 'progress/anna',
  type: 'step.completed',
  by: 'person/anna',
  data: { course: 'tablet', lesson: 'one', step }
});

/** A database in which two events wait, and something lies that is no event any more. */
async function aDamagedDatabase() {
  const name = newId(world);
  const { engine } = await anEngine({ shelf: await dexieShelf(name) });
  const events = await engine.record([aStep('a'), aStep('b')]);
  engine.close();
  const opening = indexedDB.open(name);
  await new Promise((done) => (opening.onsuccess = done));
  const writing = opening.result.transaction('outbox', 'readwrite');
  writing.objectStore('outbox').put({ order: 99, id: 'broken', state: 'waiting', refs: [], event: { id: 7 } });
  await new Promise((done) => (writing.oncomplete = done));
  opening.result.close();
  return { name, events };
}

test('what waits in a database is read past the app, without what is broken', async () => {
  const { name, events } = await aDamagedDatabase();
  expect(await readUnsent(name)).toEqual(events);
});

test('a database that is not there has nothing to read, and is not made', async () => {
  const name = newId(world);
  expect(await readUnsent(name)).toEqual([]);
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});

test('a database that is deleted is gone', async () => {
  const { name } = await aDamagedDatabase();
  await deleteDatabase(name);
  expect(await readUnsent(name)).toEqual([]);
});

test('what was entered without a database is found by the page that is opened next, under its own ids', async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key)
  });
  const before = await anEngine();
  const events = await before.engine.record([aStep('a'), aStep('b')]);
  expect(keepForNextPage(events)).toBe(true);
  const after = await anEngine({ seed: 2 });
  await settleEarly(after.engine);
  expect((await after.engine.outbox.all('waiting')).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  expect(earlyDeeds()).toEqual([]);
  vi.unstubAllGlobals();
});
