import { describe, expect, it } from 'vitest';
import type { Meeting } from '$lib/club/roster';
import { anId } from '../../../tests/support/events';
import { meetingsOf, notBefore } from './around';
import { proposePath } from './path-proposal';
import type { PlannedLesson } from './planned-lesson';

const aMeeting = (date: string, more: Partial<Meeting> = {}): Meeting => ({
  id: `m-${date}`,
  group: 'tuesday',
  date,
  start: '14:00',
  end: '16:00',
  ...more
});
const meetings = ['2026-12-01', '2026-12-08', '2026-12-15'].map((date) => aMeeting(date));
const path = ['tap', 'keyboard', 'messages', 'groups'].map((lesson) => ({ course: 'c', lesson }));

const planned = (meeting: string, lesson: string): PlannedLesson => ({
  meeting,
  course: 'c',
  lesson,
  plannings: [{ id: anId<'event'>(1), at: '1', by: 'staff/a' }],
  dropped: []
});

const lines = (rows: readonly PlannedLesson[]) => {
  const { dated, undated, left } = proposePath(path, { meetings, rows });
  return {
    dated: dated.map(({ meeting, lesson }) => `${meeting.date} ${lesson}`),
    undated: undated.map(({ lesson }) => lesson),
    left
  };
};

describe('a path over the coming dates of a group', () => {
  it('has a lesson a date, in its order, and names those for which there is none', () => {
    expect(lines([])).toEqual({
      dated: ['2026-12-01 tap', '2026-12-08 keyboard', '2026-12-15 messages'],
      undated: ['groups'],
      left: 0
    });
  });

  it('leaves a date alone for which something is planned', () => {
    expect(lines([planned('m-2026-12-01', 'photo')])).toMatchObject({
      dated: ['2026-12-08 tap', '2026-12-15 keyboard'],
      undated: ['messages', 'groups']
    });
  });

  it('leaves out what is planned or came up at any date, but not what was taken out of a plan or did not come up', () => {
    const cameUp = { ...planned('m-2026-11-24', 'tap'), plannings: [] };
    const reached = (how: 'done' | 'not-yet') => ({ id: anId<'event'>(2), at: '2', by: 'staff/a', how });
    expect(lines([{ ...cameUp, reached: reached('done') }])).toMatchObject({ left: 1, undated: [] });
    expect(lines([{ ...cameUp, reached: reached('not-yet') }])).toMatchObject({ left: 0 });
    const dropped = { ...planned('m-2026-12-01', 'tap'), dropped: [anId(1)] };
    expect(lines([dropped])).toMatchObject({ left: 0, dated: expect.arrayContaining(['2026-12-01 tap']) });
  });

  it('is nothing where everything came up', () => {
    const rows = path.map(({ lesson }) => planned('m-2026-11-24', lesson));
    expect(lines(rows)).toEqual({ dated: [], undated: [], left: 4 });
  });
});

it('the dates of a group are those that take place, in order', () => {
  const all = [
    aMeeting('2026-12-08'),
    aMeeting('2026-12-01', { cancelled: true }),
    aMeeting('2026-11-24'),
    aMeeting('2026-12-02', { group: 'other' })
  ];
  expect(meetingsOf(all, 'tuesday').map(({ date }) => date)).toEqual(['2026-11-24', '2026-12-08']);
});

it('nothing is planned for a day that is past', () => {
  const now = new Date(2026, 10, 27, 12).getTime();
  expect([notBefore('2026-11-24', now), notBefore('2026-12-01', now)]).toEqual(['2026-11-27', '2026-12-01']);
});
