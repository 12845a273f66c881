import 'fake-indexeddb/auto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { progress } from '$lib/learning/progress';
import { aClubWay, anEngine, engineStart } from '../support/engine';
import { aWorld } from '../support/events';
import { allRooms } from '../support/sync-server';
import { dexieShelf, type DexieShelf } from '$lib/sync/dexie-shelf.browser';
import type { Draft } from '$lib/sync/event';
import { openShelf, troubleOf } from '$lib/sync/open-shelf.browser';
import type { Shelf } from '$lib/sync/shelf';
import { spareShelf, type Trouble } from '$lib/sync/spare-shelf';

function aStep(step: string): Draft {
  const data = { course: 'tablet', lesson: 'one', step };
  return { stream: 'progress/anna', type: 'step.completed', by: 'person/anna', data };
}

const anAnswer: Draft = {
  stream: 'learner/anna',
  type: 'answer.given',
  by: 'person/anna',
  data: { course: 'tablet', lesson: 'one', step: 'before', choice: 1, right: true }
};

const opening = { registry: allRooms, world, report: (error: unknown) => expect.fail(String(error)) };

const fail = (error: unknown) => {
  throw error;
};

/** A shelf on a disk that is full from the moment a test says so, until it says otherwise. */
function aDisk(shelf: DexieShelf) {
  const clock = aWorld(engineStart);
  let full = false;
  let trouble: Trouble | undefined;
  const onDisk: Shelf = {
    ...shelf,
    write: (work) => (full ? Promise.reject(new DOMException('No space', 'QuotaExceededError')) : shelf.write(work))
  };
  return {
    shelf: spareShelf({
      shelf: onDisk,
      registry: allRooms,
      contents: () => shelf.contents(),
      rescued: () => ({ entries: [], kept: [], followed: [] }),
      troubleOf,
      onChange: (now) => (trouble = now),
      now: clock.now
    }),
    fill: () => (full = true),
    empty: () => (full = false),
    pass: clock.pass,
    isFull: () => trouble === 'full'
  };
}

describe('a full disk', () => {
  test('learning goes on in memory, old and new work is shown and sent, the old stays on the disk', async () => {
    const name = newId(world);
    const disk = aDisk(await dexieShelf(name));
    const { engine, status } = await anEngine({ shelf: disk.shelf, storage: () => (disk.isFull() ? 'full' : 'ok') });
    await engine.record(aStep('before'));
    disk.fill();
    await engine.record(aStep('after'));
    expect(await status()).toMatchObject({ waiting: 2, storage: 'full' });
    expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {})).toEqual(['before', 'after']);
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0 });

    const later = await dexieShelf(name);
    expect(await later.read(async (tx) => (await tx.counts()).waiting)).toBe(1);
    later.close();
  });

  test('who watches goes on seeing what is recorded', async () => {
    const disk = aDisk(await dexieShelf(newId(world)));
    const { engine } = await anEngine({ shelf: disk.shelf });
    const counts: number[] = [];
    const three = new Promise<void>((resolve) => {
      engine.watchStatus(({ waiting }) => {
        counts.push(waiting);
        if (waiting === 3) resolve();
      }, fail);
    });
    await engine.record(aStep('a'));
    disk.fill();
    await Promise.all([engine.record(aStep('b')), engine.record(aStep('c'))]);
    await three;
    expect(counts.at(-1)).toBe(3);
  });

  test.each([
    ['the error itself', new DOMException('', 'QuotaExceededError'), 'full'],
    ['what Dexie wraps', { name: 'AbortError', inner: new DOMException('', 'QuotaExceededError') }, 'full'],
    ['a cause', new Error('x', { cause: new DOMException('', 'QuotaExceededError') }), 'full'],
    ['a database that was closed', new DOMException('', 'InvalidStateError'), 'lost'],
    ['another error', new Error('QuotaExceededError'), undefined],
    ['nothing', undefined, undefined]
  ])('%s', (_, error, expected) => {
    expect(troubleOf(error)).toBe(expected);
  });

  test('when there is room again, all is brought to the disk, and what was let go of is gone there, too', async () => {
    const name = newId(world);
    const disk = aDisk(await dexieShelf(name));
    const { engine, status } = await anEngine({ shelf: disk.shelf, storage: () => (disk.isFull() ? 'full' : 'ok') });
    await engine.follow('learner/anna');
    await engine.record([aStep('before'), anAnswer]);
    await engine.exchange();
    await engine.record(aStep('unsent'));
    disk.fill();
    await engine.record(aStep('in-memory'));
    await engine.leave('learner/anna');
    await engine.follow('learner/bert');
    disk.pass(61_000);
    await engine.record(aStep('still-full'));
    expect(await status()).toMatchObject({ waiting: 3, storage: 'full' });
    disk.empty();
    disk.pass(30_000);
    await engine.record(aStep('a-moment-later'));
    expect(await status()).toMatchObject({ waiting: 4, storage: 'full' });
    disk.pass(31_000);
    await Promise.all([engine.record(aStep('at-last')), engine.record(aStep('and-more'))]);
    expect(await status()).toMatchObject({ waiting: 6, storage: 'ok' });

    const later = await dexieShelf(name);
    const [waiting, cursors, answered] = await later.read(async (tx) => [
      await tx.entriesIn('waiting', 0, 100),
      (await tx.cursors()).map(({ stream }) => stream),
      await tx.refsOf('shown', 'learner/anna')
    ]);
    later.close();
    const steps = ['unsent', 'in-memory', 'still-full', 'a-moment-later', 'at-last', 'and-more'];
    expect(waiting.map(({ event }) => event.data)).toMatchObject(steps.map((step) => ({ step })));
    expect(cursors).toContain('learner/bert');
    expect(cursors).not.toContain('learner/anna');
    expect(answered).toEqual([]);
    expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {}).sort()).toEqual(
      ['before', ...steps].sort()
    );
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, refused: 0 });
  });
});

describe('opening', () => {
  test('a browser without a database learns in memory, and says so', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Not in a private window', 'SecurityError');
    });
    onTestFinished(() => open.mockRestore());
    const { shelf, storage } = await openShelf(newId(world), opening);
    const { engine, status } = await anEngine({ shelf, storage });
    await engine.record(aStep('a'));
    expect(await engine.row(progress, 'anna|one')).toBeDefined();
    expect(await status()).toMatchObject({ waiting: 1, storage: 'unavailable' });
  });

  test('work is there again after a restart, and the clock goes on', async () => {
    const name = newId(world);
    const first = await anEngine({ shelf: (await openShelf(name, opening)).shelf });
    const [before] = await first.engine.record(aStep('a'));
    first.engine.close();
    const second = await anEngine({ shelf: (await openShelf(name, opening)).shelf });
    const [after] = await second.engine.record(aStep('b'));
    expect(second.engine.device).toBe(first.engine.device);
    expect((after?.at ?? '') > (before?.at ?? '')).toBe(true);
    expect(await second.status()).toMatchObject({ waiting: 2, storage: 'ok' });
  });
});

test('two tabs on one database send an event once', async () => {
  const name = newId(world);
  const way = aClubWay();
  const tabs = [
    await anEngine({ shelf: await dexieShelf(name), way }),
    await anEngine({ shelf: await dexieShelf(name), way, seed: 2 })
  ];
  await Promise.all(tabs.map(({ engine }, index) => engine.record(aStep(`s${index}`))));
  for (const { engine } of tabs) await engine.exchange();
  expect(way.requests.flatMap(({ events }) => events)).toHaveLength(2);
  for (const { engine } of tabs) {
    expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {}).sort()).toEqual(['s0', 's1']);
  }
});
