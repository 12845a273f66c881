import { expect, test, vi } from 'vitest';
import { aFamily } from '../../../tests/support/family-device';
import type { FamilyLook } from './devices.browser';
import { watchFamily } from './watch-family.browser';

/** A look that says which one it was. */
const look = (unreadable: number): FamilyLook => ({ row: undefined, times: undefined, unreadable });

/** All that was begun goes on as far as it can. */
const pass = () => new Promise((done) => setImmediate(done));

/** A watched device whose changes and looks are in the test's hand. */
function aWatch() {
  let change: () => void = () => undefined;
  const looks: PromiseWithResolvers<FamilyLook>[] = [];
  const settle = vi.fn(async () => undefined);
  const [next, fail, over] = [vi.fn(), vi.fn(), vi.fn()];
  const stop = watchFamily(
    {
      engine: {
        watchStatus(tell) {
          change = () => tell({} as Parameters<typeof tell>[0]);
          return over;
        }
      },
      devices: {
        look() {
          const one = Promise.withResolvers<FamilyLook>();
          looks.push(one);
          return one.promise;
        },
        settle
      }
    },
    next,
    fail
  );
  return { change: () => change(), looks, settle, next, fail, stop, over };
}

test('two deeds, one quickly after the other: one look at a time, and the last one told has both', async () => {
  const { change, looks, next, settle } = aWatch();
  for (let time = 0; time < 3; time++) change();
  expect(looks).toHaveLength(1);
  looks[0]?.resolve(look(1));
  await pass();
  expect(looks).toHaveLength(2);
  looks[1]?.resolve(look(2));
  await pass();
  expect(looks).toHaveLength(2);
  expect(next.mock.calls).toEqual([[look(1)], [look(2)]]);
  expect(settle).not.toHaveBeenCalled();
});

test('a look that fails is told, and the next change is looked at', async () => {
  const { change, looks, next, fail } = aWatch();
  change();
  looks[0]?.reject(new Error('closed'));
  await pass();
  expect(fail).toHaveBeenCalledOnce();
  change();
  looks[1]?.resolve(look(1));
  await pass();
  expect(next).toHaveBeenCalledWith(look(1));
});

test('settling that takes its time keeps nobody from looking, and nothing is told after the end', async () => {
  const { change, looks, next, settle, stop, over } = aWatch();
  settle.mockReturnValue(new Promise(() => undefined));
  const current = { members: [], me: '', isPending: true, isMoving: false, waiting: 0 };
  for (const index of [0, 1]) {
    change();
    looks[index]?.resolve({ ...look(index), current });
    await pass();
  }
  expect(next).toHaveBeenCalledTimes(2);
  expect(settle).toHaveBeenCalledOnce();
  change();
  stop();
  looks[2]?.resolve(look(2));
  await pass();
  expect(next).toHaveBeenCalledTimes(2);
  expect(over).toHaveBeenCalledOnce();
});

test('where there is nothing left to do, settling writes nothing: looking would never come to rest', async () => {
  const { one } = await aFamily();
  await one.sync();
  const write = vi.spyOn(one.shelf, 'write');
  await one.devices.settle();
  expect(write).not.toHaveBeenCalled();
});
