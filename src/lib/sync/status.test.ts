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
  storage: 'ok'
};

test.each<[Partial<SyncStatus>, string]>([
  [{}, 'saved'],
  [{ online: false }, 'saved'],
  [{ waiting: 3 }, 'waiting'],
  [{ waiting: 3, sending: true }, 'sending'],
  [{ waiting: 3, reload: true }, 'reload'],
  [{ waiting: 3, refused: 1, reload: true }, 'help'],
  [{ refused: 1, storage: 'full' }, 'full'],
  [{ storage: 'unavailable' }, 'unavailable']
])('%j is told as %s', (change, line) => {
  expect(statusLine({ ...calm, ...change })).toBe(line);
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
