import 'fake-indexeddb/auto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { progress } from '$lib/learning/progress';
import { aClubWay, anEngine } from '../support/engine';
import { dexieShelf, type DexieShelf } from '$lib/sync/dexie-shelf.browser';
import type { Draft } from '$lib/sync/event';
import { isFull, openShelf } from '$lib/sync/open-shelf.browser';
import type { Shelf } from '$lib/sync/shelf';
import { spareShelf } from '$lib/sync/spare-shelf';

function aStep(step: string): Draft {
  const data = { course: 'tablet', lesson: 'one', step };
  return { stream: 'progress/anna', type: 'step.completed', by: 'person/anna', data };
}

const fail = (error: unknown) => {
  throw error;
};

/** A shelf on a disk that is full from the moment a test says so. */
function aDisk(shelf: DexieShelf): { shelf: Shelf; fill(): void; isFull(): boolean } {
  let [full, moved] = [false, false];
  const onDisk: Shelf = {
    ...shelf,
    write: (work) => (full ? Promise.reject(new DOMException('No space', 'QuotaExceededError')) : shelf.write(work))
  };
  return {
    shelf: spareShelf({ shelf: onDisk, contents: () => shelf.contents(), isFull, onFull: () => (moved = true) }),
    fill: () => (full = true),
    isFull: () => moved
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
    expect(await later.read((tx) => tx.count('waiting'))).toBe(1);
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
    ['the error itself', new DOMException('', 'QuotaExceededError'), true],
    ['what Dexie wraps', { name: 'AbortError', inner: new DOMException('', 'QuotaExceededError') }, true],
    ['a cause', new Error('x', { cause: new DOMException('', 'QuotaExceededError') }), true],
    ['another error', new Error('QuotaExceededError'), false],
    ['nothing', undefined, false]
  ])('%s', (_, error, expected) => {
    expect(isFull(error)).toBe(expected);
  });
});

describe('opening', () => {
  test('a browser without a database learns in memory, and says so', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Not in a private window', 'SecurityError');
    });
    onTestFinished(() => open.mockRestore());
    const { shelf, storage } = await openShelf(newId(world));
    const { engine, status } = await anEngine({ shelf, storage });
    await engine.record(aStep('a'));
    expect(await engine.row(progress, 'anna|one')).toBeDefined();
    expect(await status()).toMatchObject({ waiting: 1, storage: 'unavailable' });
  });

  test('work is there again after a restart, and the clock goes on', async () => {
    const name = newId(world);
    const first = await anEngine({ shelf: (await openShelf(name)).shelf });
    const [before] = await first.engine.record(aStep('a'));
    first.engine.close();
    const second = await anEngine({ shelf: (await openShelf(name)).shelf });
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
