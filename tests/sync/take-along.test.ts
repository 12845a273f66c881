import { expect, test } from 'vitest';
import { answers } from '$lib/learning/answers';
import { place } from '$lib/learning/place';
import { progress } from '$lib/learning/progress';
import { anEngine } from '../support/engine';

const at = { course: 'tablet-basics', lesson: 'one' };
const asVisitor = { by: 'person/visitor' };
const stepDone = (step: string) => ({
  ...asVisitor,
  stream: 'progress/visitor',
  type: 'step.completed',
  data: { ...at, step }
});

test('what was done without a name is recorded anew under the name, sent once, and no longer nameless', async () => {
  const { engine, way, status } = await anEngine();
  await engine.record([
    stepDone('a'),
    stepDone('b'),
    { ...asVisitor, stream: 'progress/visitor', type: 'place.moved', data: { ...at, step: 'b' } },
    {
      ...asVisitor,
      stream: 'learner/visitor',
      type: 'answer.given',
      data: { ...at, step: 'b', choice: 1, right: true }
    }
  ]);
  await engine.exchange();
  expect(way.requests.flatMap(({ events }) => events)).toEqual([]);
  expect(await engine.withoutName()).toHaveLength(4);

  await engine.follow('learner/anna');
  await engine.takeAlong('anna');
  expect(await engine.withoutName()).toEqual([]);
  expect(await engine.rows(progress, { prefix: 'visitor|' })).toEqual([]);
  expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {})).toEqual(['a', 'b']);
  expect(await engine.row(place, 'anna')).toMatchObject({ step: 'b' });
  expect(await engine.rows(answers, { prefix: 'anna|' })).toHaveLength(1);

  await engine.exchange();
  await engine.takeAlong('bert');
  await engine.exchange();
  const sent = way.requests.flatMap(({ events }) => events);
  expect(sent).toHaveLength(4);
  expect(new Set(sent.map((event) => (event as { by: string }).by))).toEqual(new Set(['person/anna']));
  expect(await status()).toMatchObject({ waiting: 0, refused: 0 });
  expect(await engine.row(progress, 'anna|one')).toBeDefined();
});
