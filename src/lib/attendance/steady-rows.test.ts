import { expect, test } from 'vitest';
import type { EventId } from '$lib/sync/event';
import { anId } from '../../../tests/support/events';
import type { Attendance, Mark } from './attendance';
import { shownRows } from './standing';
import { steadyRows } from './steady-rows';

const mark = (id: EventId, at: string, more: Partial<Mark> = {}): Mark => ({
  id,
  at,
  by: 'staff/otto',
  status: 'present',
  ...more
});

const row = (person: string, marks: readonly Mark[]): Attendance => ({
  meeting: 'm',
  person,
  status: marks.at(-1)?.status ?? 'open',
  marks
});

/** As they come out of the device's database: made anew each time. */
const read = (...rows: readonly Attendance[]) => shownRows(structuredClone(rows), undefined);

test('of a list of three, one mark changes one row, and the others stay the very same', () => {
  const [anna, bernd, cem] = [1, 2, 3].map((number) => row(`p${number}`, [mark(anId(number), `a${number}`)]));
  if (!anna || !bernd || !cem) throw new Error('Three people');
  const first = steadyRows(undefined, read(anna, bernd, cem));
  const marked = row('p2', [...bernd.marks, mark(anId(9), 'a9', { status: 'excused' })]);
  const second = steadyRows(first, read(anna, marked, cem));
  expect([...second].map(([person, one]) => one === first.get(person))).toEqual([true, false, true]);
  expect(second.get('p2')?.status).toBe('excused');
});

test('a row that the server stamped anew, one that is new and one that is gone are shown as they are', () => {
  const anna = row('p1', [mark(anId(1), 'a1')]);
  const first = steadyRows(undefined, read(anna, row('p2', [mark(anId(2), 'a2')])));
  const second = steadyRows(first, read(row('p1', [mark(anId(1), 'b1')]), row('p3', [])));
  expect(second).toEqual(read(row('p1', [mark(anId(1), 'b1')]), row('p3', [])));
});
