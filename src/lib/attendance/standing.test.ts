import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from '../../../tests/support/events';
import { aMark, markedRow, stampAt } from '../../../tests/support/marks';
import type { Attendance } from './attendance';
import { closedBy, sheetClosing, tailsOf, type SheetClosing } from './closing';
import { attendanceMarked, sheetClosed, sheetReopened } from './events';
import { heldMinutes } from './rules';
import { standing } from './standing';

const rules = { start: '14:00', end: '16:00', unitMinutes: 45 };

function closing(count: number, shown: readonly Attendance[], by = 'staff/otto'): SyncEvent {
  const data = { ...rules, marks: tailsOf(shown) };
  return anEvent({ id: anId(count), stream: 'meeting/m1', type: sheetClosed.type, by, at: stampAt(count), data });
}

const reopening = (count: number) =>
  anEvent({
    id: anId(count),
    stream: 'meeting/m1',
    type: sheetReopened.type,
    by: 'staff/otto',
    at: stampAt(count),
    data: { why: 'too early' }
  });

function closed(...events: readonly SyncEvent[]) {
  const made = events.reduce<SheetClosing | undefined>((kept, event) => sheetClosing.fold(kept, event), undefined);
  return closedBy(made);
}

const ids = (marks: readonly { readonly id: string }[]) => marks.map(({ id }) => id);

describe('a closed list', () => {
  const first = aMark(1, { status: 'present' });

  test('counts what its closing knew', () => {
    const now = standing(markedRow(first).marks, closed(closing(5, [markedRow(first)])));
    expect(now).toMatchObject({ status: 'present', waiting: [], corrections: [] });
  });

  test('a mark of a device that did not know of the closing is kept, waits, and counts for nothing yet', () => {
    const late = aMark(6, { status: 'absent', by: 'staff/petra' });
    const now = standing(markedRow(first, late).marks, closed(closing(5, [markedRow(first)])));
    expect(now).toMatchObject({ status: 'present', corrections: [] });
    expect(ids(now.waiting)).toEqual([anId(6)]);
  });

  test('the same for one that was made before the closing, and arrived after it', () => {
    const early = aMark(4, { status: 'late', minutes: 20, by: 'staff/petra' });
    const now = standing(markedRow(first, early).marks, closed(closing(5, [markedRow(first)])));
    expect(now.status).toBe('present');
    expect(ids(now.waiting)).toEqual([anId(4)]);
  });

  test('nobody said anything when it was closed: what comes then waits, and the person stays open', () => {
    const now = standing(markedRow(first).marks, closed(closing(5, [])));
    expect(now.status).toBe('open');
    expect(ids(now.waiting)).toEqual([anId(1)]);
  });

  test('a correction that knows of the closing counts, and stays to be seen with its reason', () => {
    const correction = aMark(7, { status: 'absent', seen: anId(1), closing: anId(5), why: 'mixed up' });
    const now = standing(markedRow(first, correction).marks, closed(closing(5, [markedRow(first)])));
    expect(now).toMatchObject({ status: 'absent', waiting: [] });
    expect(now.corrections).toMatchObject([{ why: 'mixed up', status: 'absent' }]);
  });

  test('the word about a waiting mark settles it: what it says counts, not what it answers', () => {
    const late = aMark(6, { status: 'late', minutes: 20, by: 'staff/petra' });
    const word = { status: 'present', seen: anId<'event'>(6), also: [anId(1)], closing: anId(5), why: 'was here' };
    const now = standing(markedRow(first, late, aMark(7, word)).marks, closed(closing(5, [markedRow(first)])));
    expect(now).toMatchObject({ status: 'present', waiting: [] });
    expect(now.minutes).toBeUndefined();
  });

  test('a note that saw a waiting mark judges nothing: the mark goes on waiting, the note itself does not', () => {
    const late = aMark(6, { status: 'absent', by: 'staff/petra' });
    const note = { note: 'bus', seen: anId<'event'>(6), also: [anId(1)], closing: anId(5), why: 'forgot' };
    const now = standing(markedRow(first, late, aMark(7, note)).marks, closed(closing(5, [markedRow(first)])));
    expect(now).toMatchObject({ status: 'present', note: 'bus' });
    expect(ids(now.waiting)).toEqual([anId(6)]);
  });

  test('a reason without the closing, or with that of another meeting, corrects nothing', () => {
    const wrong = aMark(7, { status: 'absent', seen: anId(1), closing: anId(77), why: 'mixed up' });
    const now = standing(markedRow(first, wrong).marks, closed(closing(5, [markedRow(first)])));
    expect(now.status).toBe('present');
    expect(ids(now.waiting)).toEqual([anId(7)]);
  });

  test('two who close it without knowing of each other: the first rules count, and what either of them knew', () => {
    const other = aMark(2, { status: 'present', by: 'staff/petra' });
    const both = closed(closing(5, [markedRow(first)]), closing(6, [markedRow(other)], 'staff/petra'));
    expect(both?.first.id).toBe(anId(5));
    expect(standing(markedRow(first, other).marks, both).waiting).toEqual([]);
  });

  test('opened again it is open, and every mark counts; closed again, it is closed', () => {
    const late = aMark(6, { status: 'absent', by: 'staff/petra' });
    const marks = markedRow(first, late).marks;
    const again = [closing(5, [markedRow(first)]), reopening(7)];
    expect(closed(...again)).toBeUndefined();
    expect(standing(marks, closed(...again))).toMatchObject({ status: 'absent', waiting: [] });
    expect(closed(...again, closing(8, [markedRow(first, late)]))?.first.id).toBe(anId(8));
  });
});

test('a closing of a full house fits into one event', () => {
  const house = Array.from({ length: 300 }, (_, index) => markedRow(aMark(index + 1, { status: 'present' })));
  const { data } = closing(999, house);
  expect(v.is(sheetClosed.schema, data)).toBe(true);
  expect(JSON.stringify(data).length).toBeLessThan(4096);
});

test.each([
  ['14:00', '16:00', 120],
  ['09:30', '10:15', 45],
  ['22:00', '00:30', 150],
  ['14:00', '14:00', 0]
])('from %s to %s are %i minutes', (start, end, minutes) => {
  expect(heldMinutes({ start, end })).toBe(minutes);
});

test.each([
  [{ ...rules, marks: [] }, true],
  [{ ...rules, start: '25:00', marks: [] }, false],
  [{ ...rules, unitMinutes: 0, marks: [] }, false],
  [{ ...rules, marks: ['x'] }, false]
])('a closing of %j is taken: %s', (data, expected) => {
  expect(v.is(sheetClosed.schema, data)).toBe(expected);
});

test.each([
  [{ person: 'anna', status: 'absent', why: '' }, false],
  [{ person: 'anna', why: 'mixed up' }, false],
  [{ person: 'anna', status: 'absent', why: 'mixed up', closing: anId(5) }, true]
])('a correction of %j is taken: %s', (data, expected) => {
  expect(v.is(attendanceMarked.schema, data)).toBe(expected);
});
