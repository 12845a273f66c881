import { expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import { isLifted, liftLock, type LiftedLock } from './lifted-lock';

const at = (ms: number) => formatStamp({ ms, counter: 0, device: 'd' });
const now = Date.parse('2026-11-24T14:30:00Z');
const minutes = 60_000;
const row = (person: string, ms: number): LiftedLock => ({ meeting: 'm', person, at: at(ms) });
const snapshot = {
  members: [
    { id: 'anna', firstName: 'Anna', initial: 'B', picture: 'tulip', groups: ['g'], aliases: ['ann'] },
    { id: 'bernd', firstName: 'Bernd', initial: 'K', picture: 'owl', groups: ['g'] }
  ]
};

test.each([
  ['just now', [row('anna', now)], true],
  ['nine minutes ago', [row('anna', now - 9 * minutes)], true],
  ['ten minutes ago', [row('anna', now - 10 * minutes)], false],
  ['under the other entry that is read as her', [row('ann', now)], true],
  ['of somebody else', [row('bernd', now)], false],
  ['by a clock two minutes ahead', [row('anna', now + 2 * minutes)], true],
  ['by a clock of next year', [row('anna', now + 500_000 * minutes)], false],
  ['never', [], false]
])('a picture opens without its code where a trainer lifted it %s: %#', (_, rows, opens) => {
  expect(isLifted(rows, { person: 'anna', snapshot, now })).toBe(opens);
});

test('lifting a code names the person and no tablet, opens no list, and is told to the room at once', async () => {
  const done: unknown[] = [];
  const engine = {
    record: (draft: unknown) => Promise.resolve(done.push(draft)),
    exchange: () => Promise.resolve(done.push('exchange'))
  };
  await liftLock(engine, { meeting: 'g.2026-11-24', person: 'anna', by: 'staff/luise' });
  expect(done).toEqual([
    {
      stream: 'meeting/g.2026-11-24',
      type: 'lock.lifted',
      by: 'staff/luise',
      seen: undefined,
      data: { person: 'anna' }
    },
    'exchange'
  ]);
});
