import 'fake-indexeddb/auto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { anEvent, anId } from '../../../tests/support/events';
import { dexieShelf } from './dexie-shelf.browser';
import { memoryShelf } from './memory-shelf';
import type { NewEntry, Shelf, StoredRow } from './shelf';

const engines: [string, () => Promise<Shelf>][] = [
  ['in IndexedDB', () => dexieShelf(newId(world))],
  ['in memory', async () => memoryShelf()]
];

function anEntry(count: number, wanted: Partial<NewEntry> = {}): NewEntry {
  const event = anEvent({ id: anId(count), stream: 'progress/anna', type: 'step.completed', data: { count } });
  return { id: event.id, stream: event.stream, event, refs: [`row:${count}`, 'row:all'], state: 'waiting', ...wanted };
}

const aRow = (ref: string, stream = 'progress/anna'): StoredRow => ({ ref, stream, row: { ref } });

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

/** The acceptance suite of the port: both engines keep the same promises. */
describe.each(engines)('a shelf %s', (_, open) => {
  async function opened(): Promise<Shelf> {
    const shelf = await open();
    onTestFinished(() => shelf.close());
    return shelf;
  }

  test('rows are found by reference, by beginning and by stream, each side by itself', async () => {
    const shelf = await opened();
    await shelf.write(async (tx) => {
      await tx.putRows('shown', [aRow('a:2'), aRow('a:1'), aRow('b:1', 'progress/bert')]);
      await tx.putRows('confirmed', [aRow('c:1', 'progress/zoe')]);
    });
    await shelf.read(async (tx) => {
      expect(await tx.rows('shown', ['a:1', 'missing', 'b:1'])).toEqual([
        aRow('a:1'),
        undefined,
        aRow('b:1', 'progress/bert')
      ]);
      expect((await tx.rowsFrom('shown', 'a:')).map(({ ref }) => ref)).toEqual(['a:1', 'a:2']);
      expect((await tx.refsOf('shown', 'progress/anna')).sort()).toEqual(['a:1', 'a:2']);
      expect(await tx.rows('confirmed', ['a:1'])).toEqual([undefined]);
    });
    await shelf.write((tx) => tx.dropRows('shown', ['a:1', 'missing']));
    expect(await shelf.read((tx) => tx.rows('shown', ['a:1']))).toEqual([undefined]);
  });

  test('the outbox keeps the order of writing, whatever it is asked', async () => {
    const shelf = await opened();
    await shelf.write((tx) => tx.addEntries([anEntry(3), anEntry(1)]));
    await shelf.write((tx) => tx.addEntries([anEntry(2, { state: 'local' }), anEntry(4, { stream: 'learner/anna' })]));
    await shelf.read(async (tx) => {
      const waiting = await tx.entriesIn('waiting', 0, 10);
      expect(idsOf(waiting)).toEqual([anId(3), anId(1), anId(4)]);
      expect(idsOf(await tx.entriesIn('waiting', waiting[0]?.order ?? 0, 1))).toEqual([anId(1)]);
      expect(idsOf(await tx.entriesOf(['row:all', 'row:1']))).toEqual([anId(3), anId(1), anId(2), anId(4)]);
      expect(idsOf(await tx.entries([anId(2), anId(3), 'missing']))).toEqual([anId(3), anId(2)]);
      expect(idsOf(await tx.entriesOfStream('learner/anna'))).toEqual([anId(4)]);
      expect(await tx.counts()).toEqual({ waiting: 3, again: 0, refused: 0, local: 1 });
    });
  });

  test('an entry changes its state in its place, and goes by its order', async () => {
    const shelf = await opened();
    await shelf.write((tx) => tx.addEntries([anEntry(1), anEntry(2)]));
    await shelf.write(async (tx) => {
      const [first] = await tx.entriesIn('waiting', 0, 1);
      if (first !== undefined) await tx.putEntries([{ ...first, state: 'refused', code: 'forbidden' }]);
    });
    const refused = await shelf.read((tx) => tx.entriesIn('refused', 0, 10));
    expect(refused).toMatchObject([{ id: anId(1), code: 'forbidden' }]);
    await shelf.read(async (tx) => {
      expect(await tx.countFor('refused', 'forbidden')).toBe(1);
      expect(await tx.countFor('refused', 'conflict')).toBe(0);
      expect(await tx.countFor('waiting', 'forbidden')).toBe(0);
    });
    await shelf.write((tx) => tx.dropEntries(refused.map(({ order }) => order)));
    expect(await shelf.read((tx) => tx.entries([anId(1), anId(2)]))).toMatchObject([{ id: anId(2) }]);
  });

  test('where nothing was put to be shown, the confirmed row is shown', async () => {
    const shelf = await opened();
    const [confirmed, changed] = [aRow('a:1'), { ...aRow('a:1'), row: 'changed' }];
    await shelf.write((tx) => tx.putRows('confirmed', [confirmed, aRow('a:2')]));
    const shown = () =>
      shelf.read(async (tx) => [
        await tx.rows('shown', ['a:1', 'a:3']),
        await tx.rowsFrom('shown', 'a:'),
        await tx.refsOf('shown', 'progress/anna')
      ]);
    expect(await shown()).toEqual([
      [confirmed, undefined],
      [confirmed, aRow('a:2')],
      ['a:1', 'a:2']
    ]);
    await shelf.write((tx) => tx.putRows('shown', [changed]));
    expect(await shown()).toEqual([
      [changed, undefined],
      [changed, aRow('a:2')],
      ['a:1', 'a:2']
    ]);
    expect(await shelf.read((tx) => tx.rows('confirmed', ['a:1']))).toEqual([confirmed]);
    await shelf.write((tx) => tx.dropRows('shown', ['a:1']));
    expect(await shown()).toEqual([
      [confirmed, undefined],
      [confirmed, aRow('a:2')],
      ['a:1', 'a:2']
    ]);
  });

  test('more rows than are asked for at once come in the order asked for', async () => {
    const shelf = await opened();
    const rows = Array.from({ length: 120 }, (_, count) => aRow(`a:${String(count).padStart(3, '0')}`));
    await shelf.write((tx) => tx.putRows('confirmed', rows));
    expect(await shelf.read((tx) => tx.rows('shown', rows.map(({ ref }) => ref).reverse()))).toEqual(
      [...rows].reverse()
    );
  });

  test('a version of a projection goes with all its rows, and no other', async () => {
    const shelf = await opened();
    await shelf.write((tx) => tx.putRows('shown', [aRow('a@1:x'), aRow('a@1:y'), aRow('a@10:x'), aRow('b@1:x')]));
    await shelf.write((tx) => tx.putRows('confirmed', [aRow('c@1:x')]));
    await shelf.write((tx) => tx.dropTable('shown', 'a@1'));
    await shelf.read(async (tx) => {
      expect((await tx.rowsFrom('shown', '')).map(({ ref }) => ref)).toEqual(['a@10:x', 'b@1:x', 'c@1:x']);
    });
    await shelf.write((tx) => tx.dropTable('confirmed', 'c@1'));
    await shelf.read(async (tx) => {
      expect((await tx.rowsFrom('shown', '')).map(({ ref }) => ref)).toEqual(['a@10:x', 'b@1:x']);
    });
  });

  test('own accepted events are kept in order of acceptance, and go by it or with their stream', async () => {
    const shelf = await opened();
    const aKept = (count: number, stream = 'progress/anna') => ({
      stream,
      event: anEvent({ id: anId(count), stream, type: 'step.completed', data: {} }),
      keptAt: count,
      end: count
    });
    expect(await shelf.read((tx) => tx.newestKept())).toBeUndefined();
    await shelf.write((tx) => tx.addKept([aKept(3), aKept(1), aKept(2, 'learner/anna')]));
    await shelf.read(async (tx) => {
      const kept = await tx.kept(0, 10);
      expect(kept.map(({ keptAt }) => keptAt)).toEqual([3, 1, 2]);
      expect(await tx.kept(kept[0]?.order ?? 0, 1)).toMatchObject([{ keptAt: 1 }]);
      expect(await tx.newestKept()).toMatchObject({ keptAt: 2 });
      expect(await tx.keptOfStream('learner/anna')).toMatchObject([{ keptAt: 2 }]);
    });
    await shelf.write(async (tx) => tx.dropKept((await tx.keptOfStream('progress/anna')).map(({ order }) => order)));
    expect(await shelf.read((tx) => tx.kept(0, 10))).toMatchObject([{ keptAt: 2 }]);
  });

  test('cursors, clock, device and snapshot are kept', async () => {
    const shelf = await opened();
    const snapshot = { tag: 't', snapshot: { venues: [], groups: [], members: [], meetings: [] } };
    const device = { device: 'd', offsetMs: 5, grants: [], gone: 0 };
    await shelf.write(async (tx) => {
      await tx.putCursors([
        { stream: 'a', seq: 1 },
        { stream: 'b', seq: 2 }
      ]);
      await tx.putCursors([{ stream: 'a', seq: 3 }]);
      await tx.dropCursors(['b']);
      await tx.putClock({ ms: 7, counter: 1 });
      await tx.putDevice(device);
      await tx.putSnapshot(snapshot);
    });
    await shelf.read(async (tx) => {
      expect(await tx.cursors()).toEqual([{ stream: 'a', seq: 3 }]);
      expect(await tx.clock()).toEqual({ ms: 7, counter: 1 });
      expect(await tx.device()).toEqual(device);
      expect(await tx.snapshot()).toEqual(snapshot);
    });
    await shelf.write((tx) => tx.putSnapshot(undefined));
    expect(await shelf.read((tx) => tx.snapshot())).toBeUndefined();
  });

  test('of a long outbox the newest can be read alone, newest first', async () => {
    const shelf = await opened();
    await shelf.write((tx) => tx.addEntries([anEntry(1), anEntry(2, { state: 'refused' }), anEntry(3), anEntry(4)]));
    expect(idsOf(await shelf.read((tx) => tx.newestIn('waiting', 2)))).toEqual([anId(4), anId(3)]);
    expect(idsOf(await shelf.read((tx) => tx.newestIn('waiting', 10)))).toEqual([anId(4), anId(3), anId(1)]);
    expect(idsOf(await shelf.read((tx) => tx.newestIn('refused', 10)))).toEqual([anId(2)]);
  });

  test('a transaction that fails leaves nothing behind', async () => {
    const shelf = await opened();
    const broken = shelf.write(async (tx) => {
      await tx.addEntries([anEntry(1)]);
      await tx.putRows('shown', [aRow('a:1')]);
      await tx.putClock({ ms: 7, counter: 1 });
      throw new Error('in the middle');
    });
    await expect(broken).rejects.toThrow('in the middle');
    await shelf.read(async (tx) => {
      expect([(await tx.counts()).waiting, await tx.rowsFrom('shown', ''), await tx.clock()]).toEqual([
        0,
        [],
        undefined
      ]);
    });
  });

  test('transactions come one after the other', async () => {
    const shelf = await opened();
    const increase = () =>
      shelf.write(async (tx) => {
        const { ms } = (await tx.clock()) ?? { ms: 0 };
        await tx.putClock({ ms: ms + 1, counter: 0 });
      });
    await Promise.all(Array.from({ length: 20 }, increase));
    expect(await shelf.read((tx) => tx.clock())).toEqual({ ms: 20, counter: 0 });
  });

  test('whoever watches is told now, and again after each change, until they stop', async () => {
    const shelf = await opened();
    const seen: number[] = [];
    let told: () => void = () => undefined;
    const next = () => new Promise<void>((resolve) => (told = resolve));
    const first = next();
    const stop = shelf.watch<number>(
      async (tx) => (await tx.counts()).waiting,
      (count) => {
        seen.push(count);
        told();
      },
      (error) => {
        throw error;
      }
    );
    await first;
    const second = next();
    await shelf.write((tx) => tx.addEntries([anEntry(1)]));
    await second;
    stop();
    await shelf.write((tx) => tx.addEntries([anEntry(2)]));
    expect(seen).toEqual([0, 1]);
  });
});
