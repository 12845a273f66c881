import { expect, test } from 'vitest';
import { waitAfter } from './backoff';
import { statusLine, type SyncStatus } from './status';

const calm: SyncStatus = {
  waiting: 0,
  refused: 0,
  unauthorized: 0,
  gone: 0,
  online: true,
  sending: false,
  insecure: false,
  reload: false,
  storage: 'ok',
  lastExchangeAt: 1
};

test.each<[Partial<SyncStatus>, string]>([
  [{}, 'saved'],
  [{ online: false }, 'saved'],
  [{ waiting: 3 }, 'waiting'],
  [{ waiting: 3, sending: true }, 'sending'],
  [{ waiting: 3, sending: true, online: false }, 'waiting'],
  [{ waiting: 3, reload: true }, 'reload'],
  [{ waiting: 3, refused: 1, reload: true }, 'help'],
  [{ refused: 1, storage: 'full' }, 'full'],
  [{ storage: 'unavailable' }, 'unavailable'],
  [{ refused: 1, storage: 'damaged' }, 'damaged'],
  // "Sent" is said only when it was.
  [{ lastExchangeAt: undefined }, 'here'],
  [{ lastExchangeAt: undefined, waiting: 1 }, 'waiting'],
  [{ local: 4 }, 'saved'],
  [{ waiting: 3, unauthorized: 3 }, 'signIn'],
  [{ waiting: 3, unauthorized: 2 }, 'waiting'],
  [{ waiting: 3, broken: 400 }, 'broken'],
  [{ waiting: 3, broken: 400, sending: true }, 'sending'],
  [{ broken: 400 }, 'saved']
])('%j is told as %s', (change, line) => {
  expect(statusLine({ ...calm, ...change }, { isVisitor: false })).toBe(line);
});

test('who learns without a name is told that their place stays on this device', () => {
  expect(statusLine({ ...calm, local: 4 }, { isVisitor: true })).toBe('here');
  expect(statusLine(calm, { isVisitor: true })).toBe('saved');
});

test.each([
  [1, 2000],
  [2, 4000],
  [5, 32_000],
  [9, 300_000],
  [500, 300_000]
])('after %i failures the wait is at most %i ms, and at least half of it', (failures, ms) => {
  expect(waitAfter(failures, { random: () => new Uint8Array([0]) })).toBe(ms);
  expect(waitAfter(failures, { random: () => new Uint8Array([255]) })).toBe(ms / 2);
});
