import { expect, test } from 'vitest';
import { answers } from '$lib/learning/answers';
import type { Draft } from '$lib/sync/event';
import type { Engine } from '$lib/sync/engine.browser';
import { memoryShelf } from '$lib/sync/memory-shelf';
import type { Shelf, ShelfTx } from '$lib/sync/shelf';
import { aClubWay, anEngine } from '../support/engine';

const many = 1900;

const anAnswer = (count: number): Draft => ({
  stream: 'learner/anna',
  type: 'answer.given',
  by: 'person/anna',
  data: { course: 'tablet', lesson: 'one', step: `s${count}`, choice: 1, right: true }
});

/** Calls before each piece of work that is written while an answer is taken in, with its number from 1. */
function between(shelf: Shelf, before: (slice: number) => Promise<void>): Shelf & { start(): void } {
  let slice: number | undefined;
  return {
    ...shelf,
    start: () => (slice = -1),
    async write<T>(work: (tx: ShelfTx) => Promise<T>) {
      if (slice !== undefined) {
        slice += 1;
        // The first write of an exchange makes the request.
        if (slice > 0) await before(slice);
      }
      return shelf.write(work);
    }
  };
}

async function aTabletBefore(slice: (slice: number, own: () => Engine, plain: Shelf) => Promise<void>) {
  const way = aClubWay();
  const other = await anEngine({ way, seed: 1 });
  await other.engine.follow('learner/anna');
  await other.engine.record(Array.from({ length: many }, (_, count) => anAnswer(count)));
  await other.engine.exchange();
  const plain = memoryShelf();
  const shelf = between(plain, (count) => slice(count, () => tablet.engine, plain));
  const tablet = await anEngine({ way, seed: 2, shelf });
  await tablet.engine.follow('learner/anna');
  shelf.start();
  return { ...tablet, plain };
}

test('an answer that is cut off in the middle is fetched again, and nothing of it is lost', async () => {
  let broken = false;
  const { engine, page, plain } = await aTabletBefore(async (slice) => {
    if (slice !== 2 || broken) return;
    broken = true;
    throw new Error('the tablet was switched off');
  });
  await engine.exchange();
  expect(page.reported).toHaveLength(1);
  const begun = (await engine.rows(answers, { prefix: 'anna|' })).length;
  expect(begun).toBeGreaterThan(0);
  expect(begun).toBeLessThan(many);
  expect(await plain.read((tx) => tx.cursors())).toMatchObject([{ stream: 'learner/anna', seq: 0 }]);
  await engine.exchange();
  expect(await engine.rows(answers, { prefix: 'anna|' })).toHaveLength(many);
});

test('a person who leaves and comes back in the middle of an answer finds all of theirs', async () => {
  let handedOn = false;
  const { engine, plain } = await aTabletBefore(async (slice, own) => {
    if (slice !== 2 || handedOn) return;
    handedOn = true;
    await own().leave('learner/anna');
    await own().follow('learner/anna');
  });
  await engine.exchange();
  expect(handedOn).toBe(true);
  await engine.exchange();
  expect(await engine.rows(answers, { prefix: 'anna|' })).toHaveLength(many);
  expect(await plain.read((tx) => tx.cursors())).toEqual([{ stream: 'learner/anna', seq: many }]);
});
