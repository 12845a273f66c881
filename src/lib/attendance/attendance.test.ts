import { describe, expect, test } from 'vitest';
import { anEvent, anId } from '../../../tests/support/events';
import { aMark, markedRow, stampAt } from '../../../tests/support/marks';
import { before, missed, partly } from './attendance';
import { needsCheck, shown } from './contradiction';
import { attendanceMarked, meetingNoted, meetingOpened } from './events';
import { meetingNote, noteText } from './meeting-note';
import { meetingOpening } from './meeting-opening';
import { minutesSince } from './since';
import * as v from 'valibot';

describe('a mark', () => {
  test('status, minutes and reason count each by itself, the last one wins', () => {
    const row = markedRow(
      aMark(1, { status: 'late', minutes: 10 }),
      aMark(2, { status: 'excused', reason: 'doctor' }),
      aMark(3, { minutes: 15 })
    );
    expect(row).toMatchObject({ meeting: 'm1', person: 'anna', status: 'excused', minutes: 15, reason: 'doctor' });
  });

  test('every mark stays, with its author', () => {
    const row = markedRow(aMark(1, { status: 'present' }), aMark(2, { status: 'absent', by: 'staff/petra' }));
    expect(row.marks.map(({ by, status }) => [by, status])).toEqual([
      ['staff/otto', 'present'],
      ['staff/petra', 'absent']
    ]);
  });

  test('taken back, it is open again', () => {
    expect(markedRow(aMark(1, { status: 'present' }), aMark(2, { status: 'open' })).status).toBe('open');
  });

  test('a reason alone leaves the status open', () => {
    expect(markedRow(aMark(1, { reason: 'bus' })).status).toBe('open');
  });

  test.each([
    [{ person: 'anna' }, false],
    [{ person: 'anna', status: 'asleep' }, false],
    [{ person: 'anna', minutes: -1 }, false],
    [{ person: 'anna', minutes: 5 }, true],
    [{ person: 'anna', status: 'excused-afterwards' }, true],
    [{ person: 'anna', note: 'x'.repeat(300) }, true],
    [{ person: 'anna', note: 'x'.repeat(301) }, false],
    [{ person: 'anna', also: [anId(1)] }, false],
    [{ person: 'anna', status: 'open', also: [anId(1)] }, true],
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
      'both differ, and one of them has said more without knowing',
      [first, aMark(2, { status: 'absent', by: 'staff/petra' }), aMark(3, { status: 'late', seen: anId(1) })],
      true
    ],
    [
      'a note on top hides nothing',
      [first, aMark(2, { status: 'absent', by: 'staff/petra' }), aMark(3, { note: 'bus', seen: anId(1) })],
      true
    ],
    [
      'a note that saw both says nothing of who was right',
      [
        first,
        aMark(2, { status: 'absent', by: 'staff/petra' }),
        aMark(3, { note: 'bus', seen: anId(2), also: [anId(1)] })
      ],
      true
    ],
    [
      'a third one says which was right, having seen both',
      [
        first,
        aMark(2, { status: 'absent', by: 'staff/petra' }),
        aMark(3, { status: 'absent', by: 'staff/karl', seen: anId(2), also: [anId(1)] })
      ],
      false
    ],
    [
      'somebody confirmed what they saw',
      [first, aMark(2, { status: 'absent', by: 'staff/petra' }), aMark(3, { status: 'present', seen: anId(2) })],
      false
    ]
  ])('%s: %s', (_, marks, expected) => {
    expect(needsCheck(markedRow(...marks))).toBe(expected);
  });

  test('the next mark names the last one as seen, and those that stand beside it', () => {
    expect(shown(markedRow(aMark(2, { status: 'late', seen: anId(1) }), first))).toEqual({ seen: anId(2) });
    expect(shown(markedRow(aMark(2, { status: 'absent', by: 'staff/petra' }), first))).toEqual({
      seen: anId(2),
      also: [anId(1)]
    });
    expect(shown(undefined)).toEqual({});
  });
});

describe('minutes', () => {
  test.each([
    ['came late', undefined, { status: 'late', minutes: 10 }, { late: 10, early: 0 }],
    ['left early', undefined, { status: 'left-early', minutes: 15 }, { late: 0, early: 15 }],
    [
      'came late, and then left early',
      { status: 'late', minutes: 10 },
      { status: 'left-early', minutes: 15 },
      { late: 10, early: 15 }
    ],
    [
      'left early, and it is found that they came late',
      { status: 'left-early', minutes: 15 },
      { status: 'late', minutes: 10 },
      { late: 10, early: 15 }
    ],
    [
      'late by so much, and then by nobody knows how much',
      { status: 'late', minutes: 10 },
      { status: 'late', minutes: 0 },
      { late: 0, early: 0 }
    ]
  ] as const)('%s', (_, row, now, expected) => {
    expect(missed(partly(row, now))).toEqual(expected);
  });

  test('of somebody who was there all the time, old minutes say nothing', () => {
    expect(
      missed(markedRow(aMark(1, { status: 'late', minutes: 10, early: 5 }), aMark(2, { status: 'present' })))
    ).toEqual({ late: 0, early: 0 });
  });
});

test('a saying can be taken back: what it said is as it was, and nothing else is touched', () => {
  const row = markedRow(aMark(1, { status: 'late', minutes: 10, note: 'bus' }));
  expect(before(row, { person: 'anna', status: 'absent', reason: 'change' })).toEqual({
    person: 'anna',
    status: 'late',
    reason: ''
  });
  expect(before(undefined, { person: 'anna', status: 'late', minutes: 5, early: 0, note: 'x' })).toEqual({
    person: 'anna',
    status: 'open',
    minutes: 0,
    early: 0,
    note: ''
  });
});

test('the last note about a meeting counts, and every version stays', () => {
  const noted = (count: number, text: string) =>
    anEvent({
      id: anId(count),
      stream: 'meeting/m1',
      type: meetingNoted.type,
      by: 'staff/otto',
      at: stampAt(count),
      data: { text }
    });
  const row = meetingNote.fold(meetingNote.fold(undefined, noted(2, 'second')), noted(1, 'first'));
  expect(noteText(row)).toBe('second');
  expect(row.versions.map(({ text }) => text)).toEqual(['first', 'second']);
  expect(noteText(undefined)).toBe('');
});

test.each([
  ['before it begins', '13:59', undefined],
  ['at its first minute', '14:00', 0],
  ['in the middle', '14:17', 17],
  ['when it is over', '16:00', undefined]
])('minutes since a meeting began, %s', (_, time, expected) => {
  const meeting = { id: 'm1', group: 'g1', date: '2026-11-24', start: '14:00', end: '16:00' };
  expect(minutesSince(meeting, new Date(`2026-11-24T${time}:00`))).toBe(expected);
  expect(minutesSince(meeting, new Date(`2026-11-25T${time}:00`))).toBeUndefined();
});

test('a meeting is opened by whoever did it first', () => {
  const opening = (count: number) =>
    anEvent({
      id: anId(count),
      stream: 'meeting/m1',
      type: meetingOpened.type,
      by: `staff/${count}`,
      at: stampAt(count),
      data: { group: 'g1', date: '2026-11-24' }
    });
  const row = meetingOpening.fold(meetingOpening.fold(undefined, opening(2)), opening(1));
  expect(row).toMatchObject({ meeting: 'm1', group: 'g1', date: '2026-11-24', by: 'staff/1' });
});
