import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { steadyPress, type Press } from './press';
import { stage, tap, tapParams, type TapAction, type TapState } from './tap';

const params = parse(tapParams, {
  mode: 'tap',
  rounds: [
    { target: 'sunflower', size: 2 },
    { target: 'bell', others: ['star', 'key'], size: 1 }
  ],
  texts: {
    task: 'Tap.',
    done: 'You can tap.',
    asks: ['The sunflower.', 'The bell.'],
    worksheet: ['I tapped.'],
    labels: { sunflower: 'Sunflower', bell: 'Bell', star: 'Star', key: 'Key' }
  }
});

const press = (on: string, change: Partial<Press> = {}): TapAction => ({
  type: 'press',
  on,
  ...steadyPress,
  ...change
});
const after = (...actions: TapAction[]): TapState => actions.reduce(tap.reduce, tap.start(params, 1));

test('a tap on the target leads to the next round', () => {
  const state = after(press('sunflower'));
  expect(tap.judge(state)).toMatchObject({ done: false, reached: 1, goals: 2, ask: 'The bell.' });
  expect(state.saying).toEqual({ key: 'practice.touch.hit', values: { hits: 1, rounds: 2 }, tone: 'good' });
});

test('a tap beside lets the target grow by a fifth and says so kindly', () => {
  const state = after(press('beside'));
  expect(stage(state).size).toBeCloseTo(2.4);
  expect(state.saying?.key).toBe('practice.touch.beside');
});

test('a target never grows beyond the largest size', () => {
  const state = after(...Array.from({ length: 20 }, () => press('beside')));
  expect(stage(state).size).toBe(4);
});

test('the next round begins with its own size again', () => {
  expect(stage(after(press('beside'), press('sunflower'))).size).toBe(1);
});

test('another tile is named, so that nobody wonders what was tapped', () => {
  const state = after(press('sunflower'), press('star'));
  expect(state.saying).toEqual({ key: 'practice.touch.otherTile', values: { name: 'Star' }, tone: 'again' });
});

test.each([
  ['a long press', { heldForMs: 1500 }, 'practice.touch.long'],
  ['a finger that slips', { slipPx: 40 }, 'practice.touch.slipped']
])('%s is explained and is no miss', (_name, change, key) => {
  const state = after(press('sunflower', change));
  expect(state).toMatchObject({ round: 0, misses: 0, grown: 0, saying: { key } });
});

test.each([
  ['two fingers', { fingers: 2 }],
  ['a second tap within 400 ms', { sinceLastMs: 200 }]
])('%s changes nothing and says nothing', (_name, change) => {
  const before = tap.start(params, 1);
  expect(tap.reduce(before, press('beside', change))).toBe(before);
});

test('after two misses the target is outlined and named, and the outcome is "helped"', () => {
  const state = after(press('beside'), press('beside'));
  expect(state.guided).toBe(true);
  expect(tap.judge(state).hints).toEqual([{ key: 'practice.guide.tap', values: { name: 'Sunflower' }, tone: 'info' }]);
  expect(tap.judge([press('sunflower'), press('bell')].reduce(tap.reduce, state))).toMatchObject({
    done: true,
    helped: true
  });
});

test('one miss is no help: the outcome stays "done"', () => {
  expect(tap.judge(after(press('beside'), press('sunflower'), press('bell')))).toMatchObject({
    done: true,
    helped: false
  });
});

test('with help switched off the outline comes only when asked for', () => {
  const strict = { ...params, help: 'none' as const };
  const missed = [press('beside'), press('beside'), press('beside')].reduce(tap.reduce, tap.start(strict, 1));
  expect(missed.guided).toBe(false);
  expect(tap.reduce(missed, { type: 'help' })).toMatchObject({ guided: true, helped: true });
});

test('when all is done, further taps change nothing', () => {
  const done = after(press('sunflower'), press('bell'));
  expect(tap.reduce(done, press('beside'))).toBe(done);
});

test.each([
  ['fewer sentences than rounds', { texts: { ...params.texts, asks: ['One.'] } }],
  ['a picture without a word', { texts: { ...params.texts, labels: { sunflower: 'Sunflower' } } }],
  [
    'a target smaller than 64 pixels',
    {
      rounds: [
        { target: 'bell', size: 0.9 },
        { target: 'bell', size: 1 }
      ]
    }
  ],
  ['an unknown entry', { speed: 3 }]
])('the scene is refused: %s', (_name, change) => {
  expect(() => parse(tapParams, { ...params, ...change })).toThrow();
});
