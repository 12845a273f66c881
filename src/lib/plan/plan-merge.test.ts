import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import type { Projection } from '$lib/sync/projection';
import { anEvent, anId } from '../../../tests/support/events';
import { callWish, lastCalls } from './call-wish';
import { debrief, hardOf } from './debrief';
import { callNoted } from './events';
import { earlierWords, meetingWords, standingWords } from './meeting-words';
import { inPlan, isPlanned, plannedLesson, proposedNext, reachOf } from './planned-lesson';

const lesson = { course: 'tablet-basics', lesson: 'tap-swipe-scroll' };

/** An event of a meeting, the n-th in order of time. */
const said = (n: number, type: string, data: unknown, by = 'staff/a'): SyncEvent =>
  anEvent({
    id: anId(n),
    at: formatStamp({ ms: 1_700_000_000_000 + n, counter: 0, device: 'd' }),
    stream: 'meeting/m1',
    type,
    by,
    data
  });

function folded<Row>(projection: Projection<Row>, events: readonly SyncEvent[]): Row {
  const row = events.reduce<Row | undefined>((kept, event) => projection.fold(kept, event), undefined);
  if (row === undefined) throw new Error('Nothing was said');
  return row;
}

describe('a lesson in a plan', () => {
  const mine = said(1, 'lesson.planned', lesson);
  const theirs = said(2, 'lesson.planned', lesson, 'staff/b');
  const dropping = (...seen: number[]) => said(9, 'lesson.dropped', { ...lesson, plannings: seen.map(anId) });

  it('goes when it is taken out, and comes back when it is put in again', () => {
    expect(isPlanned(folded(plannedLesson, [mine, dropping(1)]))).toBe(false);
    expect(isPlanned(folded(plannedLesson, [mine, dropping(1), said(10, 'lesson.planned', lesson)]))).toBe(true);
  });

  it('stays where another trainer has put it in without the first one knowing', () => {
    expect(isPlanned(folded(plannedLesson, [mine, dropping(1), theirs]))).toBe(true);
    expect(isPlanned(folded(plannedLesson, [mine, theirs, dropping(1, 2)]))).toBe(false);
  });

  it('keeps how far it was reached and whether it comes next as words of their own: the last of each counts', () => {
    const row = folded(plannedLesson, [
      said(5, 'lesson.reached', { ...lesson, how: 'done' }, 'staff/b'),
      said(4, 'lesson.reached', { ...lesson, how: 'begun' }),
      said(3, 'lesson.proposed', { ...lesson, on: true }),
      mine
    ]);
    expect([reachOf(row), isPlanned(row), proposedNext([row]).length]).toEqual(['done', true, 1]);
  });

  it('that came up without a plan stands among the others, in the order of time', () => {
    const other = { ...lesson, lesson: 'home-screen' };
    const rows = [
      folded(plannedLesson, [said(5, 'lesson.reached', { ...other, how: 'begun' })]),
      folded(plannedLesson, [mine]),
      folded(plannedLesson, [said(6, 'lesson.reached', { ...other, lesson: 'charging', how: 'not-yet' })])
    ];
    expect(inPlan(rows).map((row) => row.lesson)).toEqual(['tap-swipe-scroll', 'home-screen']);
  });
});

describe('notes', () => {
  const wrote = (n: number, text: string, replaces: number[] = []) =>
    said(n, 'words.written', { part: 'plan', text, replaces: replaces.map(anId) });
  const texts = (...events: SyncEvent[]) => standingWords(folded(meetingWords, events)).map(({ text }) => text);

  it('of two trainers at once stand side by side, also where both changed the same one', () => {
    expect(texts(wrote(1, 'Ladekabel'), wrote(2, 'Beamer'))).toEqual(['Ladekabel', 'Beamer']);
    expect(texts(wrote(1, 'Kabel'), wrote(2, 'Kabel, zwei', [1]), wrote(3, 'Kabel, drei', [1]))).toEqual([
      'Kabel, zwei',
      'Kabel, drei'
    ]);
  });

  it('that were changed or struck out are kept as earlier ones', () => {
    const row = folded(meetingWords, [wrote(1, 'Kabel'), wrote(2, 'Beamer'), wrote(3, '', [1])]);
    expect(standingWords(row).map(({ text }) => text)).toEqual(['Beamer']);
    expect(earlierWords(row).map(({ text }) => text)).toEqual(['Kabel']);
  });
});

describe('the debrief', () => {
  it('keeps what two trainers found hard, each for itself', () => {
    const hard = (n: number, what: string, on: boolean) => said(n, 'difficulty.named', { what, on });
    const row = folded(debrief, [hard(3, 'words', true), hard(1, 'pace', true), hard(2, 'pace', false)]);
    expect(hardOf(row)).toEqual(['words']);
  });

  it('says whom to call by the last word alone, and nothing of them is left once they are deleted', () => {
    const call = (n: number, state: string) => said(n, 'call.noted', { person: 'anna', state });
    expect(folded(callWish, [call(2, 'made'), call(1, 'wanted')])).toMatchObject({ person: 'anna', state: 'made' });
    const other = folded(callWish, [said(3, 'call.noted', { person: 'anna-2', state: 'none' })]);
    const calls = lastCalls([other, folded(callWish, [call(1, 'wanted')])], (id) => id.slice(0, 4));
    expect(calls.map(({ person, state }) => [person, state])).toEqual([['anna', 'none']]);
    expect(callNoted.about?.anonymous({ person: 'anna', state: 'wanted' })).toEqual({ person: 'anna', state: 'none' });
  });
});
