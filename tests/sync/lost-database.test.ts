import 'fake-indexeddb/auto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { answers } from '$lib/learning/answers';
import { progress } from '$lib/learning/progress';
import { dexieShelf } from '$lib/sync/dexie-shelf.browser';
import type { Draft } from '$lib/sync/event';
import { emptyContents, memoryShelf } from '$lib/sync/memory-shelf';
import { openShelf, troubleOf } from '$lib/sync/open-shelf.browser';
import { spareShelf } from '$lib/sync/spare-shelf';
import { aClubWay, anEngine } from '../support/engine';
import { allRooms } from '../support/sync-server';

function aStep(step: string): Draft {
  const data = { course: 'tablet', lesson: 'one', step };
  return { stream: 'progress/anna', type: 'step.completed', by: 'person/anna', data };
}

function anAnswer(step: string): Draft {
  const data = { course: 'tablet', lesson: 'one', step, choice: 1, right: true };
  return { stream: 'learner/anna', type: 'answer.given', by: 'person/anna', data };
}

const asked = <T>(request: IDBRequest<T>) =>
  new Promise<T>((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error('no answer'));
  });

/** What "clear site data" does, and a browser that needs space. */
async function deleted(name: string): Promise<void> {
  // Dexie says that it has to close.
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  await asked(indexedDB.deleteDatabase(name));
  warn.mockRestore();
}

/** A page with a database under it; Anna has learned something that was sent, and something that was not. */
async function aPageOpen(name = newId(world), way = aClubWay()) {
  const reported: unknown[] = [];
  const opened = await openShelf(name, { registry: allRooms, world, report: (error) => reported.push(error) });
  const tablet = await anEngine({ way, shelf: opened.shelf, storage: opened.storage });
  const shown: number[] = [];
  const stop = tablet.engine.watchStatus(
    ({ waiting }) => shown.push(waiting),
    (error) => reported.push(error)
  );
  onTestFinished(stop);
  await tablet.engine.follow('learner/anna');
  await tablet.engine.record([aStep('sent'), anAnswer('sent')]);
  await tablet.engine.exchange();
  await tablet.engine.record([aStep('unsent'), anAnswer('unsent')]);
  await vi.waitFor(() => expect(shown.at(-1)).toBe(2));
  return { ...tablet, name, shown, reported };
}

/** What a page finds that is opened afterwards. */
async function onDisk(name: string) {
  const shelf = await dexieShelf(name);
  const found = await shelf.read(async (tx) => ({
    device: (await tx.device())?.device,
    steps: (await tx.entriesIn('waiting', 0, 100)).map(({ event }) => event.data)
  }));
  shelf.close();
  return found;
}

describe('a database that is deleted under an open page', () => {
  test('is made anew at once, with all that is unsent and the same device in it', async () => {
    const { engine, name, reported } = await aPageOpen();
    await deleted(name);
    await vi.waitFor(async () =>
      expect(await onDisk(name)).toMatchObject({
        device: engine.device,
        steps: [{ step: 'unsent' }, { step: 'unsent' }]
      })
    );
    expect(reported).toEqual([]);
  });

  test('gets everything else from the server again, and takes what is recorded from then on', async () => {
    const { engine, name, status, shown } = await aPageOpen();
    await deleted(name);
    await engine.record(aStep('afterwards'));
    await vi.waitFor(() => expect(shown.at(-1)).toBe(3));
    await engine.exchange();
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, refused: 0, storage: 'ok' });
    expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {}).sort()).toEqual([
      'afterwards',
      'sent',
      'unsent'
    ]);
    expect(await engine.rows(answers, { prefix: 'anna|' })).toHaveLength(2);
  });

  test('what was being recorded at that moment is recorded all the same', async () => {
    const { engine, name } = await aPageOpen();
    const recorded = Promise.all(['a', 'b', 'c'].map((step) => engine.record(aStep(step))));
    await deleted(name);
    await recorded;
    await vi.waitFor(async () => expect((await onDisk(name)).steps.length).toBeGreaterThanOrEqual(5));
  });

  test('two pages that are open bring everything back once', async () => {
    const way = aClubWay();
    const one = await aPageOpen(newId(world), way);
    const shelf = (
      await openShelf(one.name, { registry: allRooms, world, report: (error) => one.reported.push(error) })
    ).shelf;
    const two = await anEngine({ way, seed: 2, shelf });
    await two.engine.record(aStep('of-the-other-page'));
    await vi.waitFor(() => expect(one.shown.at(-1)).toBe(3));
    await deleted(one.name);
    await vi.waitFor(async () => expect((await onDisk(one.name)).steps).toHaveLength(3));
    expect(two.engine.device).toBe(one.engine.device);
    expect(one.reported).toEqual([]);
  });
});

test('a reading that is cut off is read once more; one that fails by itself is not', async () => {
  const disk = memoryShelf();
  const failures = [new DOMException('The connection was closed.', 'AbortError')];
  const shelf = spareShelf({
    shelf: { ...disk, read: (work) => (failures[0] ? Promise.reject(failures.shift()) : disk.read(work)) },
    registry: allRooms,
    contents: async () => emptyContents(),
    rescued: () => ({ followed: [], entries: [], kept: [] }),
    troubleOf,
    onChange: expect.fail,
    now: () => 0
  });
  expect(await shelf.read((tx) => tx.cursors())).toEqual([]);
  failures.push(new DOMException('No such index', 'NotReadableError'), new DOMException('Never asked', 'DataError'));
  await expect(shelf.read((tx) => tx.cursors())).rejects.toThrow('No such index');
  expect(failures).toHaveLength(1);
});

test('a database that goes and does not come back: what is unsent is sent from memory, and the person is told', async () => {
  const { engine, name, status, reported } = await aPageOpen();
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error', 'UnknownError');
  });
  onTestFinished(() => {
    open.mockRestore();
    warn.mockRestore();
  });
  await asked(indexedDB.deleteDatabase(name));
  await engine.record(aStep('afterwards'));
  expect(await status()).toMatchObject({ waiting: 3, storage: 'damaged' });
  await engine.exchange();
  expect(await status()).toMatchObject({ waiting: 0, refused: 0, storage: 'damaged' });
  expect(reported.map(String).filter((error) => !error.includes('UnknownError'))).toEqual([]);
});

test('an app that is older than the database sees and sends what a newer one left there', async () => {
  const { engine, name, way } = await aPageOpen();
  engine.close();
  const newer = indexedDB.open(name, 70);
  newer.onupgradeneeded = () => newer.result.createObjectStore('wishes', { keyPath: 'id' });
  (await asked(newer)).close();

  const opened = await openShelf(name, { registry: allRooms, world, report: expect.fail });
  const older = await anEngine({ way, seed: 3, shelf: opened.shelf, storage: opened.storage });
  expect(older.engine.device).toBe(engine.device);
  expect(await older.status()).toMatchObject({ waiting: 2, storage: 'ok' });
  await older.engine.record(aStep('older'));
  await older.engine.exchange();
  expect(await older.status()).toMatchObject({ waiting: 0, refused: 0 });
});

test.each(['UnknownError', 'DataError', 'NotReadableError'])(
  'a database that fails with %s is called damaged',
  async (name) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', name);
    });
    onTestFinished(() => {
      open.mockRestore();
      warn.mockRestore();
    });
    const opened = await openShelf(newId(world), { registry: allRooms, world, report: expect.fail });
    const { engine, status } = await anEngine({ shelf: opened.shelf, storage: opened.storage });
    await engine.record(aStep('a'));
    expect(await status()).toMatchObject({ waiting: 1, storage: 'damaged' });
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, storage: 'damaged' });
  }
);
