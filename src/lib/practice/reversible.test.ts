import { expect, test } from 'vitest';
import type { HelpAction, Rules, Told } from './contract';
import { reversible } from './reversible';
import { again, info } from './saying';
import { helpWith, say, untold, verdictOf } from './telling';

interface Counted extends Told {
  count: number;
}
type Count = { type: 'more' } | { type: 'look' } | { type: 'secret' };

/** Counts to three; a secret is not taken. */
const guide = ({ count }: Counted) => {
  const saying = info('practice.guide.larger');
  return count < 3 ? { action: { type: 'more' } as const, saying } : undefined;
};
const counting: Rules<undefined, Counted, Count> = {
  paramsSchema: undefined as never,
  start: () => ({ ...untold('hint'), count: 0 }),
  reduce: (state, action: Count | HelpAction) => {
    switch (action.type) {
      case 'help':
        return helpWith(state, guide(state));
      case 'more':
        return { ...state, count: state.count + 1 };
      case 'look':
        return { ...state, count: state.count + 10 };
      case 'secret':
        return say({ ...state, count: 0 }, again('practice.frame.noRealData'));
    }
  },
  judge: (state) => verdictOf(state, ['', '', ''], state.count, guide(state)),
  guide,
  solve: () => [],
  lines: () => [],
  control: ({ type }) => ({ id: type })
};

const rules = reversible(counting, ['look']);
type Act = Parameters<typeof rules.reduce>[1]['type'];
const after = (...types: Act[]) =>
  types.reduce((state, type) => rules.reduce(state, { type }), rules.start(undefined, 1));

test.each<[string, Act[], number]>([
  ['the last step is taken back', ['more', 'more', 'undo'], 1],
  ['and the one before, up to the start', ['more', 'more', 'undo', 'undo', 'undo'], 0],
  ['help is no step', ['more', 'help', 'undo'], 0],
  ['nor is what only follows the eye', ['more', 'look', 'undo'], 0]
])('%s', (_name, types, count) => {
  expect(after(...types).count).toBe(count);
});

test('that help was there stays true, and what was said is said no second time', () => {
  const state = after('help', 'more', 'undo');
  expect(state).toMatchObject({ helped: true, saying: { key: 'practice.undone' }, said: 2 });
  expect(after('undo').saying?.key).toBe('practice.nothingToUndo');
});

test('there is no way back to what seemed real', () => {
  expect(after('more', 'secret').before).toBeUndefined();
});

test('the list has a line for it', () => {
  expect(rules.lines(after()).map(({ id }) => id)).toEqual(['undo']);
  expect(rules.control({ type: 'undo' })).toEqual({ id: 'undo' });
});
