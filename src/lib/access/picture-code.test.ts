import { expect, it } from 'vitest';
import * as v from 'valibot';
import { memberPictures } from '$lib/ui/pictures';
import { codePictures, makePictureLock, opensLock, pictureCodeSchema } from './picture-code';

const code = ['key', 'owl', 'star', 'teapot'];
const quick = { salt: 'salt', rounds: 10 };

it('opens with the four pictures in whichever order, and with no others', async () => {
  const lock = await makePictureLock(code, quick);
  expect(await opensLock(lock, ['teapot', 'owl', 'key', 'star'])).toBe(true);
  expect(await opensLock(lock, ['teapot', 'owl', 'key', 'umbrella'])).toBe(false);
  expect(await opensLock(lock, code.slice(1))).toBe(false);
});

it('names no picture, and looks different for two people with the same one', async () => {
  const [one, other] = [await makePictureLock(code, quick), await makePictureLock(code, { ...quick, salt: 'other' })];
  expect(one.hash).not.toBe(other.hash);
  for (const picture of codePictures) expect(JSON.stringify(one)).not.toContain(picture);
});

it('is slow to try', async () => {
  expect((await makePictureLock(code, { salt: 'salt' })).rounds).toBeGreaterThanOrEqual(200_000);
});

it.each([
  [['key', 'owl', 'star']],
  [['key', 'owl', 'star', 'star']],
  [['key', 'owl', 'star', 'gun']],
  [[...code, 'cat-face']]
])('is not %s', (chosen) => {
  expect(v.is(pictureCodeSchema, chosen)).toBe(false);
});

it('has twelve pictures, each one that every tablet holds', () => {
  expect(new Set(codePictures).size).toBe(12);
  expect(memberPictures).toEqual(expect.arrayContaining([...codePictures]));
});
