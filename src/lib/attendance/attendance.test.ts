import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { EventId, SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from '../../../tests/support/events';
import { attendance, needsCheck, shownMark, type Attendance } from './attendance';
import { attendanceMarked, meetingOpened } from './events';
import { meetingOpening } from './meeting-opening';
import * as v from 'valibot';

interface Wanted {
  readonly by?: string;
  readonly seen?: EventId;
  readonly status?: string;
  readonly minutes?: number;
  readonly reason?: string;
}

/** The mark number `count`: later numbers are later. */
function aMark(count: number, { by = 'staff/otto', seen, ...says }: Wanted): SyncEvent {
  return anEvent({
    id: anId(count),
    stream: 'meeting/m1',
    type: attendanceMarked.type,
    by,
    at: formatStamp({ ms: count, counter: 0, device: 'd' }),
    ...(seen === undefined ? {} : { seen }),
    data: { person: 'anna', ...says }
  });
}

function folded(...marks: SyncEvent[]): Attendance {
  const row = marks.reduce<Attendance | undefined>((kept, mark) => attendance.fold(kept, mark), undefined);
  if (row === undefined) throw new Error('No marks');
  return row;
}

describe('a mark', () => {
  test('status, minutes and reason count each by itself, the last one wins', () => {
    const row = folded(
      aMark(1, { status: 'late', minutes: 10 }),
      aMark(2, { status: 'excused', reason: 'doctor' }),
      aMark(3, { minutes: 15 })
    );
    expect(row).toMatchObject({ meeting: 'm1', person: 'anna', status: 'excused', minutes: 15, reason: 'doctor' });
  });

  test('every mark stays, with its author', () => {
    const row = folded(aMark(1, { status: 'present' }), aMark(2, { status: 'absent', by: 'staff/petra' }));
    expect(row.marks.map(({ by, status }) => [by, status])).toEqual([
      ['staff/otto', 'present'],
      ['staff/petra', 'absent']
    ]);
  });

  test('taken back, it is open again', () => {
    expect(folded(aMark(1, { status: 'present' }), aMark(2, { status: 'open' })).status).toBe('open');
  });

  test('a reason alone leaves the status open', () => {
    expect(folded(aMark(1, { reason: 'bus' })).status).toBe('open');
  });

  test.each([
    [{ person: 'anna' }, false],
    [{ person: 'anna', status: 'asleep' }, false],
    [{ person: 'anna', minutes: -1 }, false],
    [{ person: 'anna', minutes: 5 }, true],
    [{ person: '', status: 'present' }, false]
  ])('%j is taken: %s', (data, expected) => {
    expect(v.is(attendanceMarked.schema, data)).toBe(expected);
  });
});

describe('"geprüft?"', () => {
  const first = aMark(1, { status: 'present' });
  test.each([
    ['one mark', [first], false],
    ['the same person changes their mind', [first, aMark(2, { status: 'absent' })], false],
    ['two say the same', [first, aMark(2, { status: 'present', by: 'staff/petra' })], false],
    ['two differ and did not know', [first, aMark(2, { status: 'absent', by: 'staff/petra' })], true],
    ['the second saw the first', [first, aMark(2, { status: 'absent', by: 'staff/petra', seen: anId(1) })], false],
    [
      'somebody confirmed what they saw',
      [first, aMark(2, { status: 'absent', by: 'staff/petra' }), aMark(3, { status: 'present', seen: anId(2) })],
      false
    ]
  ])('%s: %s', (_, marks, expected) => {
    expect(needsCheck(folded(...marks))).toBe(expected);
  });

  test('the next mark names the last one as seen', () => {
    expect(shownMark(folded(aMark(2, { status: 'late' }), first))).toBe(anId(2));
    expect(shownMark(undefined)).toBeUndefined();
  });
});

test('a meeting is opened by whoever did it first', () => {
  const opening = (count: number) =>
    anEvent({
      id: anId(count),
      stream: 'meeting/m1',
      type: meetingOpened.type,
      by: `staff/${count}`,
      at: formatStamp({ ms: count, counter: 0, device: 'd' }),
      data: { group: 'g1', date: '2026-11-24' }
    });
  const row = meetingOpening.fold(meetingOpening.fold(undefined, opening(2)), opening(1));
  expect(row).toMatchObject({ meeting: 'm1', group: 'g1', date: '2026-11-24', by: 'staff/1' });
});
