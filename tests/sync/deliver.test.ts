import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import { dexieShelf } from '$lib/sync/dexie-shelf.browser';
import { deliver, deliverAfterPages } from '$lib/sync/deliver.browser';
import { progress } from '$lib/learning/progress';
import type { Draft } from '$lib/sync/event';
import { lockName } from '$lib/sync/names';
import { aClubWay, anEngine } from '../support/engine';

function steps(count: number): Draft[] {
  return Array.from({ length: count }, (_, index) => ({
    stream: 'progress/anna',
    type: 'step.completed',
    by: 'person/anna',
    data: { course: 'tablet', lesson: 'one', step: `s${index}` }
  }));
}

/** A tablet on which somebody worked without a network, and whose page is closed. */
async function aTabletPutAway({ unsent, name }: { unsent: number; name: string }) {
  const way = aClubWay();
  way.fail({ status: 0 });
  const shelf = await dexieShelf(name);
  const { engine, page } = await anEngine({ shelf, way });
  onTestFinished(() => shelf.close());
  const events = unsent === 0 ? [] : await engine.record(steps(unsent));
  await engine.exchange();
  way.restore();
  return { way, engine, page, ids: events.map(({ id }) => id) };
}

test('what waits reaches the server without a page, and the next page finds it accepted, each once', async () => {
  const { way, engine } = await aTabletPutAway({ unsent: 3, name: 'put-away' });
  await deliver('put-away', way.transport);
  expect(way.requests.map(({ events }) => events.length)).toEqual([3]);
  expect(await engine.outbox.all('waiting')).toHaveLength(3);
  await engine.exchange();
  expect(await engine.outbox.all('waiting')).toEqual([]);
  expect(await engine.refused()).toEqual([]);
  const other = await anEngine({ way, seed: 2 });
  await other.engine.exchange();
  const [row] = await other.engine.rows(progress, { prefix: 'anna|' });
  expect(Object.keys(row?.steps ?? {})).toEqual(['s0', 's1', 's2']);
});

test('more than one request holds goes in several, in order', async () => {
  const { way, ids } = await aTabletPutAway({ unsent: 1100, name: 'much' });
  await deliver('much', way.transport);
  expect(way.requests.flatMap(({ events }) => events)).toMatchObject(ids.map((id) => ({ id })));
  expect(way.requests.map(({ events, left }) => [events.length, left])).toEqual([
    [500, 600],
    [500, 100],
    [100, 0]
  ]);
});

test('where the server still cannot be reached, the browser is to wake the worker again', async () => {
  const { way } = await aTabletPutAway({ unsent: 1, name: 'away' });
  way.fail({ status: 503 });
  await expect(deliver('away', way.transport)).rejects.toThrow('503');
});

test('an answer that waiting does not mend is left to the next page', async () => {
  const { way } = await aTabletPutAway({ unsent: 1, name: 'old' });
  way.fail({ status: 426 });
  await expect(deliver('old', way.transport)).resolves.toBeUndefined();
});

test('with nothing unsent, or no database, nothing is asked and nothing is made', async () => {
  const { way } = await aTabletPutAway({ unsent: 0, name: 'clean' });
  const before = way.requests.length;
  await deliver('clean', way.transport);
  await deliver('nowhere', way.transport);
  expect(way.requests).toHaveLength(before);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
});

test('the browser is asked to send later when the server was not reached, and when a page goes with new work', async () => {
  const { way, engine, page } = await aTabletPutAway({ unsent: 1, name: 'asks' });
  expect(page.wakes).toHaveLength(1);
  await engine.exchange();
  page.set({ visible: false });
  expect(page.wakes).toHaveLength(1);
  page.set({ visible: true });
  await engine.record(steps(1));
  page.set({ visible: false });
  expect(page.wakes).toHaveLength(2);
  expect(way.requests.at(-1)?.events).toHaveLength(1);
});

/** A page that exchanges until the test ends it. */
async function aPageExchanging(): Promise<() => void> {
  return new Promise((begun) => {
    void navigator.locks.request(lockName, () => new Promise<void>((end) => begun(end)));
  });
}

test('the worker waits for a page that exchanges, and then keeps none waiting, however long the server is silent', async () => {
  const end = await aPageExchanging();
  const deeds: string[] = [];
  const silent = new Promise<void>((answer) => {
    void deliverAfterPages(navigator.locks, async () => {
      deeds.push('worker');
      await navigator.locks.request(lockName, () => void deeds.push('next page'));
      answer();
    });
  });
  deeds.push('first page');
  end();
  await silent;
  expect(deeds).toEqual(['first page', 'worker', 'next page']);
});
