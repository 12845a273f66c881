import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import type { Projection } from '$lib/sync/projection';
import { anEvent, anId } from '../../../../tests/support/events';
import { answers } from '../answers';
import { progress } from '../progress';
import { comingAfter, dueOn, minutesFor, mostADay, itemsOf, roomOn, type Known } from './items';
import { reviews } from './reviews';

const dayMs = 86_400_000;
const dayOf = (ms: number) => Math.floor(ms / dayMs);
const catalogue = [
  {
    id: 'tablet',
    lessons: [
      { id: 'one', questions: ['a', 'b', 'c', 'd'] },
      { id: 'two', questions: ['e', 'f', 'g'] },
      { id: 'three', questions: ['h'], practised: ['x', 'y'] },
      // A course that was loaded before questions were listed.
      { id: 'old' }
    ]
  }
];

interface Deed {
  readonly day: number;
  readonly type: string;
  readonly lesson: string;
  readonly more?: object;
  readonly person?: string;
}

let count = 1;
function aDeed({ day, type, lesson, more = {}, person = 'anna' }: Deed): SyncEvent {
  const stream = type === 'lesson.completed' ? `progress/${person}` : `learner/${person}`;
  const at = formatStamp({ ms: day * dayMs + count, counter: 0, device: 'd' });
  return anEvent({ id: anId((count += 1)), stream, type, at, data: { course: 'tablet', lesson, ...more } });
}

const done = (lesson: string, day: number, person?: string) =>
  aDeed({ day, type: 'lesson.completed', lesson, ...(person ? { person } : {}) });
const review = (step: string, day: number, how: string, person?: string) =>
  aDeed({ day, type: 'review.answered', lesson: 'one', more: { step, how }, ...(person ? { person } : {}) });
const answer = (step: string, day: number, right: boolean) =>
  aDeed({ day, type: 'answer.given', lesson: 'one', more: { step, choice: 0, right } });

function rowsOf<Row>(projection: Projection<Row>, events: readonly SyncEvent[]): Row[] {
  const rows = new Map<string, Row>();
  for (const event of events) {
    if (!projection.types.includes(event.type)) continue;
    const key = projection.keyOf(event) ?? '';
    rows.set(key, projection.fold(rows.get(key), event));
  }
  return [...rows.values()];
}

const knownFrom = (...events: SyncEvent[]): Known => ({
  progress: rowsOf(progress, events),
  answers: rowsOf(answers, events),
  reviews: rowsOf(reviews, events)
});

const items = (...events: SyncEvent[]) => itemsOf(catalogue, knownFrom(...events), dayOf);
const stepsOf = (list: readonly { step: string }[]) => list.map(({ step }) => step).join('');

describe('what comes back', () => {
  it('is nothing before a lesson is finished', () => {
    expect(items(answer('a', 100, true))).toEqual([]);
    expect(comingAfter([], 100)).toBeUndefined();
  });

  it('is each question of a finished lesson, two days later; the next day where its first answer was not right', () => {
    const all = items(answer('b', 100, false), answer('b', 100, true), done('one', 100), done('old', 100));
    expect(all.map(({ step, due }) => [step, due])).toEqual([
      ['a', 102],
      ['b', 101],
      ['c', 102],
      ['d', 102]
    ]);
    expect(stepsOf(dueOn(all, 101))).toBe('b');
    expect(stepsOf(dueOn(all, 102))).toBe('bacd');
  });

  it('is five a day at most, and no mountain of the days before', () => {
    const all = items(done('one', 100), done('two', 100));
    expect(dueOn(all, 150)).toHaveLength(7);
    expect(roomOn(all, 150)).toBe(mostADay);
    const after = items(
      ...[done('one', 100), done('two', 100)],
      ...[review('a', 150, 'remembered'), review('b', 150, 'forgotten'), review('b', 150, 'remembered')]
    );
    expect(roomOn(after, 150)).toBe(3);
    expect(stepsOf(dueOn(after, 150))).toBe('cdefg');
    expect(comingAfter(after, 150)).toEqual({ day: 151, count: 5 });
  });

  it('names the next day on which something waits', () => {
    const after = items(
      done('one', 100),
      ...['a', 'b', 'c', 'd'].map((step) => review(step, 102, step === 'd' ? 'forgotten' : 'remembered'))
    );
    expect(comingAfter(after, 102)).toEqual({ day: after.find(({ step }) => step === 'd')?.due, count: 1 });
  });

  it('is the same, in whatever order two tablets bring what was answered without a network', () => {
    const events = [
      done('one', 100),
      review('a', 102, 'remembered'),
      review('a', 102, 'forgotten'),
      review('a', 110, 'forgotten'),
      review('b', 103, 'remembered')
    ];
    expect(items(...[...events].reverse())).toEqual(items(...events));
  });

  it('follows a person of two entries', () => {
    const all = items(done('one', 100), review('a', 102, 'remembered'), review('a', 113, 'remembered', 'anna2'));
    expect(all[0]).toMatchObject({ step: 'a', reviewed: 113, due: 159 });
  });
});

describe('practices', () => {
  const practice = (step: string, outcome: string) =>
    aDeed({ day: 100, type: 'practice.completed', lesson: 'three', more: { step, outcome } });
  const again = (step: string, day: number, how = 'remembered') =>
    aDeed({ day, type: 'review.answered', lesson: 'three', more: { step, how } });

  it('come back as questions do: one that needed help, or was left out, the next day', () => {
    const some = items(practice('x', 'done'), practice('y', 'helped'), done('three', 100));
    expect(some.map(({ kind, step, due }) => [kind, step, due])).toEqual([
      ['question', 'h', 102],
      ['practice', 'x', 102],
      ['practice', 'y', 101]
    ]);
    expect(items(done('three', 100)).find(({ step }) => step === 'x')?.due).toBe(101);
  });

  it('come one a day, the longest waiting first; the others wait', () => {
    const some = [practice('x', 'done'), practice('y', 'helped'), done('three', 100)];
    expect(stepsOf(dueOn(items(...some), 110))).toBe('yh');
    expect(stepsOf(dueOn(items(...some, again('y', 110)), 110))).toBe('h');
    expect(stepsOf(dueOn(items(...some, again('y', 110)), 111))).toBe('hx');
    expect(comingAfter(items(...some), 110)).toEqual({ day: 111, count: 2 });
  });
});

it('says how long it takes', () => {
  const some = (count: number) => Array.from({ length: count }, () => ({ kind: 'question' as const }));
  expect([1, 2, 3, 5].map((count) => minutesFor(some(count)))).toEqual([1, 1, 2, 3]);
  expect(minutesFor([...some(4), { kind: 'practice' }])).toBe(4);
});
