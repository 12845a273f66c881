import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import type { Projection } from '$lib/sync/projection';
import { anEvent, anId } from '../../../tests/support/events';
import { answers, latestAnswer } from './answers';
import { place } from './place';
import { progress } from './progress';

const at = (count: number) => formatStamp({ ms: count, counter: 0, device: 'd' });

/** The event number `count`: later numbers are later. */
function aDeed(count: number, type: string, more: object = {}): SyncEvent {
  const stream = type === 'answer.given' ? 'learner/anna' : 'progress/anna';
  const data = { course: 'tablet', lesson: 'one', ...more };
  return anEvent({ id: anId(count), stream, type, at: at(count), data });
}

function folded<Row>(projection: Projection<Row>, ...events: SyncEvent[]): Row | undefined {
  return events.reduce<Row | undefined>((row, event) => projection.fold(row, event), undefined);
}

describe('progress', () => {
  test('what is finished stays finished, and the first time counts', () => {
    const row = folded(
      progress,
      aDeed(5, 'step.completed', { step: 'a' }),
      aDeed(2, 'step.completed', { step: 'a' }),
      aDeed(3, 'step.completed', { step: 'b' }),
      aDeed(9, 'lesson.completed'),
      aDeed(8, 'lesson.completed')
    );
    expect(row).toEqual({
      person: 'anna',
      course: 'tablet',
      lesson: 'one',
      steps: { a: at(2), b: at(3) },
      practices: {},
      completedAt: at(8)
    });
  });

  test('a practice done alone once counts as done alone', () => {
    const practice = (count: number, outcome: string) => aDeed(count, 'practice.completed', { step: 'a', outcome });
    expect(folded(progress, practice(1, 'helped'))?.practices).toEqual({ a: 'helped' });
    expect(folded(progress, practice(1, 'done'), practice(2, 'helped'))?.practices).toEqual({ a: 'done' });
    expect(folded(progress, practice(1, 'helped'), practice(2, 'done'))?.practices).toEqual({ a: 'done' });
  });

  test('has one row for each person and lesson', () => {
    expect(progress.keyOf(aDeed(1, 'lesson.completed'))).toBe('anna|one');
    expect(progress.keyOf(aDeed(1, 'place.moved', { step: 'a' }))).toBeUndefined();
  });
});

test('a person goes on where they were last, on whatever tablet', () => {
  const row = folded(place, aDeed(2, 'place.moved', { step: 'b' }), aDeed(1, 'place.moved', { step: 'a' }));
  expect(row).toMatchObject({ person: 'anna', step: 'b', at: at(2) });
});

test('all answers are kept, and the latest counts', () => {
  const answer = (count: number, choice: number) =>
    aDeed(count, 'answer.given', { step: 'q', choice, right: choice === 1 });
  const row = folded(answers, answer(3, 1), answer(1, 0), answer(3, 1), answer(2, 2));
  expect(row?.given.map(({ choice }) => choice)).toEqual([0, 2, 1]);
  expect(latestAnswer(row)).toMatchObject({ choice: 1, right: true });
  expect(latestAnswer(undefined)).toBeUndefined();
});
