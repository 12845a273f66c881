import { expect, it } from 'vitest';
import { messageOf } from './message';

it.each([
  [
    { type: 'visit', path: '/de' },
    { type: 'visit', path: '/de' }
  ],
  [{ type: 'SKIP_WAITING' }, { type: 'SKIP_WAITING' }],
  [{ type: 'visit' }, undefined],
  [{ type: 'other' }, undefined],
  ['visit', undefined],
  [null, undefined]
])('a page may say %j to the worker', (data, expected) => {
  expect(messageOf(data)).toEqual(expected);
});
