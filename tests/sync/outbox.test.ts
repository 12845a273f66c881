import { expect, test } from 'vitest';
import { progress } from '$lib/learning/progress';
import type { Draft, SyncEvent } from '$lib/sync/event';
import { newestIn } from '$lib/sync/shelf-work';
import { anAnswer, anEngine, type EngineTest } from '../support/engine';

const step = { course: 'tablet', lesson: 'one', step: 'a' };

const aStep = (person: string): Draft => ({
  stream: `progress/${person}`,
  type: 'step.completed',
  by: `person/${person}`,
  data: step
});

/** The server refuses all that it is sent. */
function refusesAll({ way }: EngineTest): void {
  way.through(async (body) =>
    anAnswer({
      refused: JSON.parse(body).events.map(({ id }: { id: string }) => ({ id, code: 'conflict' }))
    })
  );
}

async function fileOf(blob: Blob) {
  const file: { note?: string; savedAt: string; events: (SyncEvent & { words?: string })[] } = JSON.parse(
    await blob.text()
  );
  return file;
}

test('a refused entry goes by a person’s word alone; one that waits does not go at all', async () => {
  const tab = await anEngine();
  const { engine, status, way } = tab;
  refusesAll(tab);
  const [refused] = await engine.record(aStep('anna'));
  await engine.exchange();
  way.fail({ status: 0 });
  const [waits] = await engine.record(aStep('bert'));
  if (!refused || !waits) throw new Error('Nothing was recorded');
  await engine.outbox.discard(waits);
  expect(await status()).toMatchObject({ waiting: 1, refused: 1 });
  await engine.outbox.discard(refused);
  expect(await status()).toMatchObject({ waiting: 1, refused: 0 });
  expect(await engine.row(progress, 'bert|one')).toBeDefined();
});

test('all refused ones can be offered again at once', async () => {
  const tab = await anEngine();
  const { engine, way, status } = tab;
  refusesAll(tab);
  const events = await engine.record(['anna', 'bert', 'anna'].map(aStep));
  await engine.exchange();
  expect(await status()).toMatchObject({ refused: 3 });
  way.restore();
  await engine.outbox.retry(events);
  await engine.exchange();
  expect(await status()).toMatchObject({ refused: 0, waiting: 0 });
});

test('a file holds what was asked for: the events as they are, their words, and what it is', async () => {
  const { engine, way } = await anEngine();
  way.fail({ status: 0 });
  const [anna, bert] = await engine.record(['anna', 'bert'].map(aStep));
  const all = await fileOf(await engine.outbox.file());
  expect(all.events.map(({ id }) => id)).toEqual([anna?.id, bert?.id]);
  const one = await fileOf(
    await engine.outbox.file({
      ids: new Set([bert?.id ?? '']),
      note: 'For the office',
      words: ({ event }) => `A step of ${event.by}`
    })
  );
  expect(one).toMatchObject({ note: 'For the office', events: [{ ...bert, words: 'A step of person/bert' }] });
  expect(Date.parse(one.savedAt)).toBeGreaterThan(0);
});

test('what a restored server has to be offered again stands among what waits, in the list and in the file', async () => {
  const { engine, way, shelf, status } = await anEngine();
  const [before] = await engine.record(aStep('anna'));
  await engine.exchange();
  way.through(async (body) =>
    anAnswer({
      epoch: 'restored',
      refused: JSON.parse(body).events.map(({ id }: { id: string }) => ({ id, code: 'unauthorized' }))
    })
  );
  await engine.exchange();
  const [after] = await engine.record(aStep('bert'));
  const newest = async (limit: number) =>
    (await shelf.read((tx) => newestIn(tx, 'waiting', limit))).map(({ id }) => id);
  expect(await status()).toMatchObject({ waiting: 2 });
  expect([await newest(1), await newest(9)]).toEqual([[after?.id], [after?.id, before?.id]]);
  expect((await fileOf(await engine.outbox.file())).events.map(({ id }) => id)).toEqual([before?.id, after?.id]);
});

test('a server that does not understand is told as such, until it does', async () => {
  const { engine, way, status } = await anEngine();
  way.fail({ status: 400 });
  await engine.record(aStep('anna'));
  await engine.exchange();
  expect(await status()).toMatchObject({ waiting: 1, broken: 400 });
  way.restore();
  await engine.exchange();
  expect(await status()).toMatchObject({ waiting: 0, broken: undefined });
});

test('what somebody did without a name is counted apart, and never as waiting', async () => {
  const { engine, status } = await anEngine();
  await engine.record([aStep('visitor'), aStep('visitor')]);
  expect(await status()).toMatchObject({ local: 2, waiting: 0 });
});
