import { expect, test } from 'vitest';
import { worksheetOf } from './worksheet';

test('the sheet of a scene is its task and the lines to tick off', () => {
  const params = { mode: 'tap', texts: { task: 'Tap.', worksheet: ['I tap.', 'I hit.'] } };
  expect(worksheetOf(params)).toEqual({ task: 'Tap.', lines: ['I tap.', 'I hit.'] });
});

test.each([[undefined], [null], [{}], [{ texts: { task: 3 } }], [{ texts: { task: 'Tap.' } }]])(
  '%j has no sheet',
  (params) => {
    expect(worksheetOf(params)).toBeUndefined();
  }
);
