import { expect, test } from 'vitest';
import { parse } from 'valibot';
import { readScene } from '../../../tests/support/scenes';
import { call } from './call/rules';
import { keyboard } from './keyboard/rules';
import { Run } from './run.svelte';
import { zoom, zoomParams } from './touch/zoom';

const told: string[] = [];
const aCall = () => {
  told.length = 0;
  return new Run({
    rules: call,
    params: parse(call.paramsSchema, readScene('call', 'grandson-calls', 'de')),
    seed: 1,
    helpMode: undefined,
    ondone: (outcome) => told.push(outcome)
  });
};

test('help comes in three stages: a hint, from place to place, and done in the person’s stead', () => {
  const run = aCall();
  expect([run.stage, run.outlined, run.next]).toEqual(['hint', undefined, undefined]);
  run.help();
  expect(run.stage).toBe('lead');
  expect(run.saying).toEqual(run.next);
  expect(run.outlined).toBeDefined();
  run.help();
  expect(run.stage).toBe('show');
  const before = run.next;
  run.help();
  expect(run.shown).toEqual(before);
  expect(run.next).not.toEqual(before);
});

test('who is led is shown each next place, up to the end', () => {
  const run = aCall();
  run.help();
  run.help();
  for (let moves = 0; !run.verdict.done && moves < 100; moves += 1) {
    expect(run.outlined).toBeDefined();
    expect(run.next).toBeDefined();
    run.help();
  }
  expect(run.verdict.done).toBe(true);
  expect([run.outlined, run.next]).toEqual([undefined, undefined]);
  expect(told).toEqual(['helped']);
});

test('a hint is for one goal; the next one begins without it, and so does a new start', () => {
  const run = aCall();
  const action = () => call.guide(run.state)?.action;
  run.help();
  const { reached } = run.verdict;
  for (let next = action(); next && run.verdict.reached === reached; next = action()) run.send(next);
  expect([run.stage, run.next]).toEqual(['hint', undefined]);
  run.help();
  run.help();
  run.restart();
  expect([run.stage, run.next]).toEqual(['hint', undefined]);
});

test('in the list the next right line is marked', () => {
  const map = parse(zoomParams, readScene('touch', 'map-zoom', 'de'));
  const run = new Run({ rules: zoom, params: map, seed: 1, helpMode: 'guided', ondone: () => undefined });
  expect(run.lines.filter(({ isNext }) => isNext).map(({ id }) => id)).toEqual([run.outlined]);
  run.lines.find(({ isNext }) => isNext)?.tap?.();
  expect(run.state.level).toBe(1);
  const plain = aCall();
  plain.help();
  expect(plain.lines.filter(({ isNext }) => isNext)).toHaveLength(1);
});

test('a practice that breaks at a tap throws where it is drawn, and not at the tap', () => {
  const breaking = {
    ...call,
    reduce: () => {
      throw new Error('broken');
    }
  };
  const run = new Run({
    rules: breaking,
    params: parse(call.paramsSchema, readScene('call', 'grandson-calls', 'de')),
    seed: 1,
    helpMode: undefined,
    ondone: () => undefined
  });
  expect(() => run.help()).not.toThrow();
  expect(() => run.state).toThrow('broken');
  expect(() => run.verdict).toThrow('broken');
});

test('what is written on a pretend keyboard and seems real leaves the field, and there is no way back to it', () => {
  const run = new Run({
    rules: keyboard,
    params: parse(keyboard.paramsSchema, readScene('keyboard', 'first-sentence', 'de')),
    seed: 1,
    helpMode: undefined,
    ondone: () => undefined
  });
  for (const sign of '0251 12345') run.send({ type: 'key', sign });
  expect(run.saying?.key).toBe('practice.frame.noRealData');
  run.send({ type: 'undo' });
  expect(run.state.text).not.toContain('0251');
});
