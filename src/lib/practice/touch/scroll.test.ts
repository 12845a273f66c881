import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { scroll, scrollParams, type ScrollAction, type ScrollState } from './scroll';

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const params = parse(scrollParams, {
  mode: 'scroll',
  rows,
  goals: ['i', 'b'],
  texts: {
    task: 'Find.',
    done: 'You can find.',
    asks: ['Find i.', 'Find b.'],
    worksheet: ['I found.'],
    labels: Object.fromEntries(rows.map((row) => [row, row.toUpperCase()]))
  }
});

const after = (...actions: ScrollAction[]): ScrollState => actions.reduce(scroll.reduce, scroll.start(params, 1));
const down: ScrollAction = { type: 'page', to: 'down' };
const up: ScrollAction = { type: 'page', to: 'up' };

test('the buttons move the list by pages and stop kindly at both ends', () => {
  expect(after(down).top).toBe(3);
  expect(after(down, down, down)).toMatchObject({ top: 6, saying: { key: 'practice.touch.listEnd' } });
  expect(after(up)).toMatchObject({ top: 0, saying: { key: 'practice.touch.listStart' } });
});

test('scrolling with the finger counts as much as the buttons', () => {
  expect(after({ type: 'scrolled', top: 5 }).top).toBe(5);
  expect(after({ type: 'scrolled', top: 99 }).top).toBe(6);
});

test('the right row is found from anywhere', () => {
  expect(scroll.judge(after({ type: 'choose', row: 'i' }))).toMatchObject({ reached: 1, ask: 'Find b.' });
});

test('another row is named and help comes after the second one', () => {
  const state = after({ type: 'choose', row: 'a' }, { type: 'choose', row: 'c' });
  expect(state).toMatchObject({ guided: true, saying: { key: 'practice.touch.otherRow', values: { name: 'C' } } });
  expect(scroll.judge(state).hints[0]?.key).toBe('practice.guide.listDown');
});

test('the text alternative is scrolled by the same keys, and says which rows show', () => {
  const ids = (state: ScrollState) => scroll.lines(state).map(({ id }) => id);
  const keys = ['where', 'list-up', 'list-down', 'undo'];
  expect(ids(after())).toEqual(['a', 'b', 'c', 'd', ...keys]);
  expect(ids(after(down))).toEqual(['d', 'e', 'f', 'g', ...keys]);
});

test('the guide leads up again when the goal lies above', () => {
  const state = after(down, down, { type: 'choose', row: 'i' });
  expect(scroll.guide(state)?.action).toEqual(up);
});
