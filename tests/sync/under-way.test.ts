import { expect, test } from 'vitest';
import { answers } from '$lib/learning/answers';
import type { Draft } from '$lib/sync/event';
import { aClubWay, anEngine, type TestWay } from '../support/engine';

const anAnswer = (step: string): Draft => ({
  stream: 'learner/anna',
  type: 'answer.given',
  by: 'person/anna',
  data: { course: 'tablet', lesson: 'one', step, choice: 1, right: true }
});

/** From now on answers are held back; the next request has come through when `asked` resolves. */
function heldBack(way: TestWay): { asked: Promise<void>; letGo: () => void } {
  let [come, letGo]: (() => void)[] = [];
  const asked = new Promise<void>((done) => (come = done));
  const free = new Promise<void>((done) => (letGo = done));
  way.through(async (_, pass) => {
    const reply = await pass();
    come?.();
    await free;
    return reply;
  });
  return { asked, letGo: () => letGo?.() };
}

/** Anna's tablet; she has answered on another one. */
async function aTabletInHerHands() {
  const clubWay = aClubWay();
  const [other, tablet] = [await anEngine({ way: clubWay, seed: 1 }), await anEngine({ way: clubWay, seed: 2 })];
  await other.engine.follow('learner/anna');
  await other.engine.record(anAnswer('a'));
  await other.engine.exchange();
  await tablet.engine.follow('learner/anna');
  return { other: other.engine, ...tablet };
}

test('answers of somebody who left while they were on their way do not stay on the tablet', async () => {
  const { way, engine, shelf } = await aTabletInHerHands();
  const { asked, letGo } = heldBack(way);
  const exchanged = engine.exchange();
  await asked;
  await engine.leave('learner/anna');
  letGo();
  await exchanged;
  expect(await shelf.read((tx) => tx.refsOf('confirmed', 'learner/anna'))).toEqual([]);
  expect((await shelf.read((tx) => tx.cursors())).map(({ stream }) => stream)).not.toContain('learner/anna');
});

test('whoever is back before the answer is finds all their answers', async () => {
  const { way, engine, other } = await aTabletInHerHands();
  await engine.exchange();
  await other.record(anAnswer('b'));
  await other.exchange();
  const { asked, letGo } = heldBack(way);
  const exchanged = engine.exchange();
  await asked;
  await engine.leave('learner/anna');
  await engine.follow('learner/anna');
  letGo();
  way.restore();
  await exchanged;
  await engine.exchange();
  expect((await engine.rows(answers, { prefix: 'anna|' })).map(({ step }) => step)).toEqual(['a', 'b']);
});
