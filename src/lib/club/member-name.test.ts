import { expect, it } from 'vitest';
import { namedLike } from './member-name';

const people = ['André B.', 'Anna-Lena K.', 'Lena W.', 'Maria Magdalena T.', 'فاطمة'].map((name) => ({ name }));

it.each([
  ['', ['André B.', 'Anna-Lena K.', 'Lena W.', 'Maria Magdalena T.', 'فاطمة']],
  ['an', ['André B.', 'Anna-Lena K.']],
  ['ANDRE b', ['André B.']],
  ['lena', ['Anna-Lena K.', 'Lena W.']],
  ['anna-l', ['Anna-Lena K.']],
  ['  magda  ', ['Maria Magdalena T.']],
  ['فاط', ['فاطمة']],
  ['ena', []]
])('"%s" finds %j', (typed, expected) => {
  expect(namedLike(people, typed).map(({ name }) => name)).toEqual(expected);
});
