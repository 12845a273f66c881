import { expect, test } from 'vitest';
import { GroupCommit } from './group-commit.server';

/** Notes what was written together. */
function aGroup(largest = 100, write = (batches: readonly number[]) => batches.map((batch) => batch * 10)) {
  const groups: (readonly number[])[] = [];
  const group = new GroupCommit<number, number>({
    write(batches) {
      groups.push(batches);
      return write(batches);
    },
    sizeOf: (batch) => batch,
    largest
  });
  return { group, groups };
}

test('what arrives at the same moment is written together, and each gets its own answer', async () => {
  const { group, groups } = aGroup();
  expect(await Promise.all([group.add(1), group.add(2), group.add(3)])).toEqual([10, 20, 30]);
  expect(groups).toEqual([[1, 2, 3]]);
});

test('nothing waits for others: a lone batch is a group, and the next one another', async () => {
  const { group, groups } = aGroup();
  expect([await group.add(1), await group.add(2)]).toEqual([10, 20]);
  expect(groups).toEqual([[1], [2]]);
});

test('a group takes as much as fits, in order of arrival, and too large a batch alone', async () => {
  const { group, groups } = aGroup(5);
  const answers = await Promise.all([2, 3, 4, 9, 1].map((batch) => group.add(batch)));
  expect(answers).toEqual([20, 30, 40, 90, 10]);
  expect(groups).toEqual([[2, 3], [4], [9], [1]]);
});

test('if the disk does not take a group, all of it hear so, and the next group is written', async () => {
  const { group } = aGroup(5, (batches) => {
    if (batches.includes(2)) throw new Error('The disk is full');
    return batches.map((batch) => batch * 10);
  });
  const ends = await Promise.allSettled([2, 3, 4].map((batch) => group.add(batch)));
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});
