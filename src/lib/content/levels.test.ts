import * as v from 'valibot';
import { expect, test } from 'vitest';
import { problemsIn } from '../../../tests/support/content';
import { levelProblems } from './levels';
import { problemLine } from './problem';

const paramsSchema = v.strictObject({ size: v.number(), texts: v.strictObject({ ask: v.string() }) });

/** A practice that takes as many moves as its scene is large. */
const pots = {
  paramsSchema,
  controls: (params: unknown) => Array.from({ length: v.parse(paramsSchema, params).size }, () => ({ id: 'pot' }))
};

/** What is said of a kind with such scenes, by level and size. */
function saidOf(...scenes: [level: number | undefined, size: number][]): string[] {
  const sources = new Map(
    scenes.flatMap(([level, size], index) => [
      [`scenes/pots/pot-${index}/scene.yaml`, `${level === undefined ? '' : `level: ${level}\n`}size: ${size}\n`],
      [`scenes/pots/pot-${index}/de.yaml`, 'ask: Tippen.\n']
    ])
  );
  return levelProblems(sources, { pots }).map(problemLine);
}

test('scenes that rise from easy to hard are good, whatever the middle ones take', () => {
  expect(saidOf([1, 2], [1, 4], [2, 1], [3, 4])).toEqual([]);
});

test('a kind with fewer scenes than levels need not have each of them', () => {
  expect(saidOf([undefined, 2], [1, 4])).toEqual([]);
});

test('a scene that does not say how hard it is is named', () => {
  expect(saidOf([1, 2], [undefined, 3], [3, 4])).toEqual([
    expect.stringMatching(/^scenes\/pots\/pot-1\/scene\.yaml:1 .*level-missing .*Write "level: 1"/u)
  ]);
});

test('a level without a scene is named', () => {
  expect(saidOf([1, 2], [1, 3], [2, 4])).toEqual([
    expect.stringMatching(/level-empty .*"pots" has no scene of level 3\./u)
  ]);
});

test('hard scenes that take no more moves than easy ones are named, with both numbers', () => {
  expect(saidOf([1, 2], [1, 5], [2, 9], [3, 3])).toEqual([
    expect.stringMatching(/level-flat .*level 3 take 3 moves on average, those of level 1 take 3\.5\./u)
  ]);
});

test('another level than these three does not fit, and none reaches the practice', () => {
  expect(problemsIn({ 'scenes/touch/pot/scene.yaml': 'size: 2\nlevel: 4\n' })).toEqual([
    ['scenes/touch/pot/scene.yaml', 2, 'yaml-shape']
  ]);
  expect(problemsIn({ 'scenes/touch/pot/scene.yaml': 'size: 2\nlevel: 3\n' })).toEqual([]);
});
