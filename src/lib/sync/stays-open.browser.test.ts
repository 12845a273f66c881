import { expect, test } from 'vitest';
import { isClosing } from './stays-open.browser';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });

test.each([
  [named('DatabaseClosedError'), true],
  [named('AbortError'), true],
  [named('OpenFailedError', 'AbortError The connection was closed.'), true],
  [named('OpenFailedError', 'VersionError An older version'), false],
  [named('QuotaExceededError'), false],
  ['AbortError', false],
  [undefined, false]
])('%s says that the browser closed the database: %s', (error, expected) => {
  expect(isClosing(error)).toBe(expected);
});
