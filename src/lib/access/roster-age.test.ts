import { expect, it } from 'vitest';
import { isRosterOld, rosterLifeMs } from './roster-age';

const now = Date.UTC(2026, 10, 24);

it.each([
  ['a moment ago', now, false],
  ['thirty days ago', now - rosterLifeMs, false],
  ['a millisecond more than thirty days ago', now - rosterLifeMs - 1, true],
  ['never', undefined, true],
  ['in what is the future since the clock was set back', now + rosterLifeMs, false]
])('the last contact %s: names are hidden: %s', (_, lastExchangeAt, isOld) => {
  expect(isRosterOld({ lastExchangeAt, now })).toBe(isOld);
});
