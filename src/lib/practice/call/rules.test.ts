import { parse } from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { call, canCallAgain } from './rules';
import { paramsSchema, problems } from './scene';
import { start, troubles, type CallAction, type CallState } from './state';

interface StageFacts {
  want: string;
  problem?: string;
  who?: string;
}

const scene = (...wants: StageFacts[]) => {
  const stages = wants.map((facts, index) => ({ who: 'ada', id: `s${index}`, ...facts }));
  const each = Object.fromEntries(stages.map(({ id }) => [id, `Words ${id}`]));
  return parse(paramsSchema, {
    people: [{ id: 'ada' }],
    stages,
    texts: {
      task: 'Talk.',
      done: 'You can talk.',
      asks: wants.map(() => 'Do it.'),
      worksheet: ['I talk.'],
      names: { ada: 'Ada' },
      says: each,
      answers: each
    }
  });
};

const answer = { want: 'answer' };
const end = { want: 'end' };
const muted = scene(answer, { want: 'fix', problem: 'muted' }, end);
const after = (params: typeof muted, ...types: CallAction['type'][]): CallState =>
  types.map((type) => ({ type })).reduce(call.reduce, start(params));

test.each(problems)('the trouble "%s" comes with its stage, and one kind of key mends it', (problem) => {
  const state = after(scene(answer, { want: 'fix', problem }, end), 'answer');
  expect(troubles(state.now)).toEqual([problem]);
  const actions = call.solve(scene(answer, { want: 'fix', problem }, end)).map(({ type }) => type);
  expect(new Set(actions).size).toBe(3);
});

test('who talks without a microphone is told so', () => {
  const twice = after(muted, 'answer', 'microphone', 'microphone');
  expect(twice.saying).toEqual({ key: 'practice-call.now.muted', tone: 'again' });
});

test('another key than the one that helps is no miss unless it makes things worse', () => {
  expect(after(scene(answer, { want: 'fix', problem: 'quiet' }, end), 'answer', 'louder').saying?.tone).toBe('info');
  const worse = after(muted, 'answer', 'camera');
  expect(worse).toMatchObject({ misses: 1, saying: { key: 'practice-call.now.no-camera' } });
  expect(call.reduce(worse, { type: 'camera' }).saying).toEqual({ key: 'practice-call.still.muted', tone: 'info' });
});

describe('a call from somebody unknown', () => {
  const params = scene({ want: 'refuse' }, answer, end);

  it('may be declined', () => {
    expect(call.judge(after(params, 'decline')).reached).toBe(1);
  });

  it('is not answered: nobody is rude who hangs up', () => {
    expect(after(params, 'answer')).toMatchObject({ now: { stage: 0 }, saying: { key: 'practice-call.mayDecline' } });
  });
});

test('who declines a friend is called once more', () => {
  expect(after(muted, 'decline')).toMatchObject({
    now: { stage: 0 },
    saying: { key: 'practice-call.callsAgain', values: { name: 'Ada' } }
  });
});

test('who hangs up too early calls again, and the guide says so', () => {
  const state = after(muted, 'answer', 'hang-up');
  expect(canCallAgain(state)).toBe(true);
  expect(call.guide(state)?.action).toEqual({ type: 'call' });
  expect(call.reduce(state, { type: 'call' }).now.inCall).toBe(true);
});

test('the sound has a loudest and a softest', () => {
  const params = scene(answer, { want: 'fix', problem: 'quiet' }, end);
  expect(after(params, 'answer', 'softer', 'softer').saying?.key).toBe('practice-call.softest');
  expect(after(params, 'answer', 'louder', 'louder', 'louder', 'louder').saying?.key).toBe('practice-call.loudest');
});

test('the call is over when somebody hangs up at its end, whatever else is off then', () => {
  expect(call.judge(after(muted, 'answer', 'microphone', 'camera', 'hang-up')).done).toBe(true);
});

test.each([
  ['a call without an end', [answer]],
  ['an end in the middle', [answer, end, end]],
  ['a trouble before the call', [{ want: 'fix', problem: 'muted' }, answer, end]],
  ['a stage by nobody', [{ want: 'answer', who: 'bea' }, end]]
])('%s is refused', (_name, wants: StageFacts[]) => {
  expect(() => scene(...wants)).toThrow();
});
