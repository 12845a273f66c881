import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { mapHeight, mapPlaces, mapWidth } from './town';
import { answersOf, directions, viewOf, zoom, zoomParams, type ZoomAction, type ZoomState } from './zoom';

const params = parse(zoomParams, {
  mode: 'zoom',
  questions: [{ at: 'library', others: ['school', 'doctor'] }],
  texts: {
    task: 'Read.',
    done: 'You can read.',
    asks: ['What is at the flag?'],
    worksheet: ['I read.'],
    labels: Object.fromEntries(mapPlaces.map((name) => [name, name]))
  }
});

const after = (...actions: ZoomAction[]): ZoomState => actions.reduce(zoom.reduce, zoom.start(params, 1));
const larger: ZoomAction = { type: 'zoom', to: 'in' };

test('the map shows whole at first and ever less of it when enlarged', () => {
  expect(viewOf(after())).toEqual({ x: 0, y: 0, width: mapWidth, height: mapHeight });
  expect(viewOf(after(larger)).width).toBeCloseTo(mapWidth / 1.6);
});

test('enlarging and making smaller end kindly', () => {
  expect(after({ type: 'zoom', to: 'out' }).saying?.key).toBe('practice.touch.smallest');
  expect(after(...Array.from({ length: 9 }, () => larger)).saying?.key).toBe('practice.touch.largest');
});

test.each(directions)('moving %s never leaves the map and ends kindly', (to) => {
  const state = after(larger, larger, ...Array.from({ length: 20 }, (): ZoomAction => ({ type: 'move', to })));
  const { x, y, width, height } = viewOf(state);
  expect([x >= 0, y >= 0, x + width <= mapWidth + 0.01, y + height <= mapHeight + 0.01]).toEqual([
    true,
    true,
    true,
    true
  ]);
  expect(state.saying?.key).toBe('practice.touch.edge');
});

test('a wrong answer on the small map says to enlarge it first', () => {
  expect(after({ type: 'answer', name: 'school' }).saying?.key).toBe('practice.touch.enlargeFirst');
  expect(after(larger, larger, { type: 'answer', name: 'school' }).saying?.key).toBe('practice.touch.readAgain');
});

test('the right answer counts however it was read', () => {
  expect(zoom.judge(after({ type: 'answer', name: 'library' }))).toMatchObject({ done: true, helped: false });
});

test('the order of the answers tells nothing', () => {
  expect(answersOf(after())).toEqual(['doctor', 'library', 'school']);
});

test('the text alternative says at which place the flag stands', () => {
  const flags = zoom.lines(after()).filter(({ id, value }) => id.startsWith('sign-') && value !== undefined);
  expect(flags.map(({ id }) => id)).toEqual(['sign-library']);
});

test('the text alternative has the keys of the map, and says how far it is enlarged', () => {
  const enlarging = (state: ZoomState) => zoom.lines(state).find(({ id }) => id === 'zoom-in')?.value;
  expect(enlarging(after())).toMatchObject({ values: { step: 1, most: 5 } });
  expect(enlarging(after(larger))).toMatchObject({ values: { step: 2, most: 5 } });
});
