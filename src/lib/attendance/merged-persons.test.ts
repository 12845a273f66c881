import { describe, expect, it } from 'vitest';
import { anId } from '../../../tests/support/events';
import { counted, type Attendance, type Mark } from './attendance';
import type { AttendanceStatus } from './events';
import { shownRows } from './standing';
import { idsOf, keptOf } from '$lib/sync/snapshot';
import { asOne, type Progress } from '$lib/learning/progress';

const member = { firstName: 'Anna', initial: '', picture: 'tulip', groups: [] };
const snapshot = {
  members: [
    { ...member, id: 'kept', aliases: ['other'] },
    { ...member, id: 'third' }
  ]
};

describe('two entries that are one person', () => {
  it('have finished what either has finished, at the first time', () => {
    const row = { course: 'c', lesson: 'l', steps: { a: '2', b: '5' }, practices: { p: 'helped' } } as const;
    const rows: Progress[] = [
      { ...row, person: 'kept' },
      { ...row, person: 'other', steps: { a: '1', c: '3' }, practices: { p: 'done', q: 'helped' }, completedAt: '9' },
      { ...row, person: 'other', lesson: 'm' }
    ];
    const both = { steps: { a: '1', b: '5', c: '3' }, practices: { p: 'done', q: 'helped' }, completedAt: '9' };
    expect(asOne(rows)).toMatchObject([{ person: 'kept', ...both }, { lesson: 'm' }]);
    expect(asOne([...rows].reverse()).find(({ lesson }) => lesson === 'l')).toMatchObject(both);
  });

  it('are known by both ids', () => {
    expect([idsOf(snapshot, 'kept'), idsOf(snapshot, 'third'), idsOf(undefined, 'x')]).toEqual([
      ['kept', 'other'],
      ['third'],
      ['x']
    ]);
    expect(['other', 'kept', 'x'].map((id) => keptOf(snapshot, id))).toEqual(['kept', 'kept', 'x']);
  });

  it('have one line in the list of a meeting: what was said of the kept one, else of the other', () => {
    const row = (person: string, status: AttendanceStatus): Attendance => ({
      meeting: 'm',
      person,
      status,
      marks: [{ id: anId(1), at: '1', by: 'staff/a', status }]
    });
    const statuses = (...rows: Attendance[]) =>
      [...shownRows(rows, undefined, (id) => keptOf(snapshot, id))].map(([id, { status }]) => [id, status]);
    const [kept, other] = [row('kept', 'late'), row('other', 'present')];
    expect(statuses(kept, other)).toEqual([['kept', 'late']]);
    expect(statuses(other, kept)).toEqual([['kept', 'late']]);
    expect(statuses(other)).toEqual([['kept', 'present']]);
  });

  const mark = (id: number, said: Partial<Mark>): Mark => ({ id: anId(id), at: String(id), by: 'staff/a', ...said });
  const row = (person: string, ...marks: Mark[]): Attendance => ({ meeting: 'm', person, ...counted(marks), marks });
  const shownOf = (...rows: Attendance[]) => shownRows(rows, undefined, (id) => keptOf(snapshot, id)).get('kept');

  it('are here by the word about the other entry where the kept one’s own mark was only taken back', () => {
    const own = row('kept', mark(1, { status: 'present' }), mark(3, { status: 'open', seen: anId(1) }));
    const other = row('other', mark(2, { status: 'present' }));
    for (const rows of [
      [own, other],
      [other, own]
    ])
      expect(shownOf(...rows)).toMatchObject({ status: 'present', person: 'other' });
    expect(shownOf(own, other)?.marks.map(({ id }) => id)).toEqual([anId(1), anId(2), anId(3)]);
  });

  it('are not here any more where what the list showed of the other entry was taken back', () => {
    const other = row('other', mark(1, { status: 'present' }));
    expect(shownOf(other, row('kept', mark(2, { status: 'open', seen: anId(1) })))?.status).toBe('open');
    const both = row('kept', mark(2, { status: 'open' }), mark(3, { status: 'open', seen: anId(2), also: [anId(1)] }));
    expect(shownOf(other, both)?.status).toBe('open');
  });

  it('keep the own note beside the other’s word', () => {
    const noted = row('kept', mark(2, { note: 'Brille vergessen' }));
    expect(shownOf(row('other', mark(1, { status: 'late', minutes: 5 })), noted)).toMatchObject({
      status: 'late',
      minutes: 5,
      note: 'Brille vergessen'
    });
  });
});
