import { expect, test } from 'vitest';
import { anEvent, anId } from '../../../tests/support/events';
import { readAnswer } from './parse-answer';

const head = { now: 1, epoch: 'e', accepted: [], refused: [], gone: [], left: [] };
/** More than is looked at in one piece. */
const many = 2500;

const events = Array.from({ length: many }, (_, index) => ({
  ...anEvent({ stream: 'progress/anna', type: 'place.moved', data: { index } }),
  id: anId(index)
}));

function answerWith(list: readonly unknown[]) {
  const streams = {
    'progress/anna': { events: list, cursor: many, more: false },
    'progress/bert': { events: [], cursor: 7, more: false }
  };
  return { ...head, streams };
}

test('an answer of many pieces is read whole, in its order', async () => {
  const sent: unknown = JSON.parse(JSON.stringify(answerWith(events)));
  expect(await readAnswer(sent)).toEqual(answerWith(events));
});

test.each([0, 1200, many - 1])(
  'one event of the wrong shape (number %i) makes the whole answer none',
  async (wrong) => {
    const sent = answerWith(events.map((event, index) => (index === wrong ? { ...event, at: 'yesterday' } : event)));
    expect(await readAnswer(sent)).toBeUndefined();
  }
);

test.each([null, 'text', [], { ...head }, { ...answerWith(events), now: 'soon' }])('%j is no answer', async (value) => {
  expect(await readAnswer(value)).toBeUndefined();
});

test('what a newer server adds is left out, and a reason not known yet is "invalid"', async () => {
  const sent = { ...answerWith([]), refused: [{ id: 'x', code: 'too-loud' }], more: 1 };
  expect(await readAnswer(sent)).toEqual({ ...answerWith([]), refused: [{ id: 'x', code: 'invalid' }] });
});
