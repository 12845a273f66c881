import { describe, expect, it } from 'vitest';
import { questions, readiness, type Found, type Question, type Readiness } from './readiness';
import { minutesFromVenues } from './zone-off';

const now = Date.parse('2026-11-24T13:30:00Z');
const hour = 3_600_000;
const ready: Found = {
  courses: [{ state: 'done' }, { state: 'done' }],
  status: { waiting: 0, refused: 0, storage: 'ok', online: true, lastExchangeAt: now - hour, offsetMs: 400 },
  zoneOffMinutes: 0,
  freeBytes: 5_000_000_000,
  version: 'current',
  now
};
const withStatus = (status: Partial<Found['status']>): Partial<Found> => ({ status: { ...ready.status, ...status } });

describe('a tablet before the evening', () => {
  it('is ready where all is well', () => {
    expect(questions.map((question) => readiness(ready)[question])).toEqual(questions.map(() => 'good'));
  });

  const table: [string, Question, Readiness, Partial<Found>][] = [
    ['half of a course', 'courses', 'act', { courses: [{ state: 'done' }, { state: 'part' }] }],
    ['none of it', 'courses', 'act', { courses: [{ state: 'none' }] }],
    ['older words', 'courses', 'act', { courses: [{ state: 'newer' }] }],
    ['a course that was just removed', 'courses', 'act', { courses: [{ state: 'removed' }] }],
    ['lists of courses out of reach', 'courses', 'unknown', { courses: undefined }],
    ['no group with a course', 'courses', 'good', { courses: [] }],
    ['yesterday’s names', 'roster', 'act', withStatus({ lastExchangeAt: now - 25 * hour })],
    ['names of 23 hours ago', 'roster', 'good', withStatus({ lastExchangeAt: now - 23 * hour })],
    ['no contact ever', 'roster', 'act', withStatus({ lastExchangeAt: undefined })],
    ['a contact that lies in the future', 'roster', 'act', withStatus({ lastExchangeAt: now + 48 * hour })],
    ['a clock that is six minutes late', 'clock', 'act', withStatus({ offsetMs: 6 * 60_000 })],
    ['a clock that is six minutes early', 'clock', 'act', withStatus({ offsetMs: -6 * 60_000 })],
    ['a clock that is four minutes late', 'clock', 'good', withStatus({ offsetMs: 4 * 60_000 })],
    ['no contact ever', 'clock', 'unknown', withStatus({ lastExchangeAt: undefined })],
    ['another time zone', 'clock', 'act', { zoneOffMinutes: 60 }],
    ['little space', 'space', 'act', { freeBytes: 50_000_000 }],
    ['a browser that does not tell its space', 'space', 'unknown', { freeBytes: undefined }],
    ['a full device', 'space', 'act', withStatus({ storage: 'full' })],
    ['a damaged database', 'space', 'act', withStatus({ storage: 'damaged' })],
    ['entries that wait', 'entries', 'act', withStatus({ waiting: 1 })],
    ['entries that were refused', 'entries', 'act', withStatus({ refused: 1 })],
    ['a newer version', 'version', 'act', { version: 'newer' }],
    ['a server out of reach', 'version', 'unknown', { version: undefined }]
  ];
  it.each(table)('with %s: %s is %s', (_, question, expected, change) => {
    expect(readiness({ ...ready, ...change })[question]).toBe(expected);
  });

  it('says of one thing nothing about another', () => {
    const found = readiness({ ...ready, version: 'newer', courses: undefined, ...withStatus({ waiting: 2 }) });
    const { courses, entries, version, ...others } = found;
    expect([courses, entries, version]).toEqual(['unknown', 'act', 'act']);
    expect(new Set(Object.values(others))).toEqual(new Set(['good']));
  });
});

it.each([
  ['2026-07-01T22:30:00Z', 120, 0],
  ['2026-12-31T23:30:00Z', 60, 0],
  ['2028-02-29T12:00:59Z', 60, 0],
  ['2026-10-25T00:59:00Z', 120, 0],
  ['2026-10-25T01:00:00Z', 60, 0],
  ['2026-07-01T22:30:00Z', 60, -60],
  ['2026-12-31T23:30:00Z', 330, 270],
  ['2026-12-31T23:30:00Z', -300, -360]
])('at %s, a device %i minutes ahead of UTC is %i minutes ahead of the venues', (at, aheadMinutes, expected) => {
  expect(minutesFromVenues({ now: Date.parse(at), aheadMinutes })).toBe(expected);
});
