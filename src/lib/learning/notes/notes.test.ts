import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import type { Projection } from '$lib/sync/projection';
import { anEvent, anId } from '../../../../tests/support/events';
import { notesOfLesson } from './lesson-notes';
import { earlierNotes, notes, noteText } from './notes';
import { joined, questions, standing } from './questions';

const place = { course: 'tablet', lesson: 'one', step: 'tap' };

/** A deed at Anna's step, the n-th in order of time. */
const said = (n: number, type: string, data: object = {}, stream = 'progress/anna') =>
  anEvent({
    ...{ id: anId(n), stream, type, at: formatStamp({ ms: n, counter: 0, device: 'd' }) },
    data: { ...place, ...data }
  });

function folded<Row>(projection: Projection<Row>, ...events: SyncEvent[]): Row {
  const row = events.reduce<Row | undefined>((kept, event) => projection.fold(kept, event), undefined);
  if (row === undefined) throw new Error('Nothing was said');
  return row;
}

describe('an own note', () => {
  const wrote = (n: number, text: string, person = 'anna') => said(n, 'note.written', { text }, `learner/${person}`);

  it('is the last that was written, and what two tablets wrote is not lost', () => {
    const row = folded(notes, wrote(3, 'lange drücken'), wrote(1, 'kurz'), wrote(2, 'fest'));
    expect(noteText([row])).toBe('lange drücken');
    expect(earlierNotes([row])).toEqual(['fest', 'kurz']);
  });

  it('can be struck out and written again', () => {
    const row = folded(notes, wrote(1, 'kurz'), wrote(2, ''));
    expect([noteText([row]), earlierNotes([row])]).toEqual(['', ['kurz']]);
    expect(earlierNotes([folded(notes, wrote(1, 'kurz'), wrote(2, ''), wrote(3, 'kurz'))])).toEqual([]);
    expect(noteText([])).toBe('');
  });

  it('is one, also where two entries are one person', () => {
    const rows = [folded(notes, wrote(1, 'hier')), folded(notes, wrote(2, 'dort', 'anna2'))];
    expect([noteText(rows), earlierNotes(rows)]).toEqual(['dort', ['hier']]);
  });

  it('stands on the paper of its lesson in the order of the steps, without what was struck out', () => {
    const steps = ['look', 'tap', 'swipe'].map((id) => ({ id, title: `Title of ${id}` }));
    const at = (step: string, n: number, text: string, lesson = 'one') =>
      folded(notes, said(n, 'note.written', { lesson, step, text }, 'learner/anna'));
    const rows = [at('swipe', 1, 'leicht'), at('tap', 2, 'kurz'), at('look', 3, ''), at('look', 4, 'fremd', 'two')];
    expect(notesOfLesson({ id: 'one', steps }, rows)).toEqual([
      { step: 'tap', number: 2, title: 'Title of tap', text: 'kurz' },
      { step: 'swipe', number: 3, title: 'Title of swipe', text: 'leicht' }
    ]);
  });

  it('belongs to one person at one step', () => {
    expect(notes.keyOf(wrote(1, 'kurz'))).toBe('anna|one|tap');
  });
});

describe('a question for the trainer', () => {
  const asked = (n: number, words?: string) => said(n, 'question.asked', words === undefined ? {} : { words });
  const answered = (n: number, question: number, on = true) =>
    said(n, 'question.answered', { question: anId(question), on });

  it('stands until it is taken back, with the words that were sent along last', () => {
    expect(standing(folded(questions, asked(1)))).toMatchObject({ ...place, person: 'anna', isAnswered: false });
    expect(standing(folded(questions, asked(2, 'Wie fest?'), asked(1)))?.words).toBe('Wie fest?');
    expect(standing(folded(questions, asked(1), said(2, 'question.withdrawn')))).toBeUndefined();
    expect(standing(folded(questions, said(2, 'question.withdrawn'), asked(3)))).toBeDefined();
  });

  it('is answered by a word that can be taken back', () => {
    const isAnswered = (...events: SyncEvent[]) => standing(folded(questions, ...events))?.isAnswered;
    expect(isAnswered(asked(1), answered(2, 1))).toBe(true);
    expect(isAnswered(answered(3, 1, false), asked(1), answered(2, 1))).toBe(false);
  });

  it('of two entries that are one person is one: it can be taken back by either', () => {
    const there = (n: number, type: string) => folded(questions, said(n, type, {}, 'progress/anna2'));
    const here = folded(questions, asked(1, 'Wie fest?'));
    expect(standing(joined([here, there(2, 'question.withdrawn')]))).toBeUndefined();
    expect(standing(joined([here, there(2, 'question.asked')]))).toMatchObject({ person: 'anna2', id: anId(2) });
    expect(standing(joined([there(0, 'question.withdrawn'), here]))).toMatchObject({
      person: 'anna',
      words: 'Wie fest?'
    });
    expect(joined([])).toBeUndefined();
  });

  it('is open again when it is asked anew, also where the answer to the first one comes later', () => {
    expect(standing(folded(questions, asked(1), answered(5, 1), asked(4)))?.isAnswered).toBe(false);
  });
});
