import { expect, test } from 'vitest';
import { progress } from '$lib/learning/progress';
import { newId } from '$lib/base/id';
import { parseStamp } from '$lib/base/clock';
import { anEngine, engineStart } from '../support/engine';
import { anId } from '../support/events';

const deed = {
  id: anId<'event'>(7),
  stream: 'progress/anna',
  type: 'step.completed',
  by: 'person/anna',
  data: { course: 'tablet-basics', lesson: 'one', step: 'a' }
};

test('deeds that waited for the database are kept once, however often and by whomever they are handed over', async () => {
  const { engine, way, status } = await anEngine();
  await Promise.all([engine.recordEarly([deed, deed]), engine.recordEarly([deed])]);
  expect(await status()).toMatchObject({ waiting: 1 });
  await engine.exchange();
  await engine.recordEarly([deed]);
  await engine.exchange();
  expect(new Set(way.requests.flatMap(({ events }) => events).map((event) => (event as { id: string }).id))).toEqual(
    new Set([deed.id])
  );
  expect(await status()).toMatchObject({ waiting: 0, refused: 0 });
  expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {})).toEqual(['a']);
});

test('a deed that waited over the weekend is one of Friday', async () => {
  const { engine, shelf, world } = await anEngine();
  const friday = newId<'event'>(world);
  world.pass(3 * 86_400_000);
  await engine.recordEarly([{ ...deed, id: friday }]);
  const [entry] = await shelf.read((tx) => tx.entries([friday]));
  expect(parseStamp(entry?.event.at ?? '')?.ms).toBe(engineStart);
});

test('the browser is asked to keep what there is once there is something to lose, however it was recorded', async () => {
  const [early, late] = [await anEngine({ seed: 1 }), await anEngine({ seed: 2 })];
  expect([early.page.asked, late.page.asked]).toEqual([[], []]);
  await early.engine.recordEarly([deed]);
  await late.engine.record(deed);
  expect([early.page.asked, late.page.asked]).toEqual([[1], [1]]);
});

test.each([
  ['nothing', undefined],
  ['a text', 'deed'],
  ['a deed without an id', { ...deed, id: undefined }],
  ['a type that no room knows', { ...deed, type: 'step.invented' }],
  ['data that does not fit', { ...deed, data: { step: 4 } }],
  ['a stream that does not hold it', { ...deed, stream: 'meeting/m1' }]
])('what was found there and is %s stops no other deed', async (_, broken) => {
  const { engine, status } = await anEngine();
  await engine.recordEarly([broken, deed]);
  expect(await status()).toMatchObject({ waiting: 1 });
});
