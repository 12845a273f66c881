import { isDeepStrictEqual } from 'node:util';
import { parse as valid } from 'valibot';
import { expect, test } from 'vitest';
import { locales } from '$lib/i18n/locales';
import { isPicture } from '$lib/ui/pictures';
import { withRules } from '../../../tests/support/practice-rules';
import { hasScene, readScene, scenes } from '../../../tests/support/scenes';
import type { Rules, Told } from './contract';
import { examples } from './examples';
import { kinds } from './kinds';
import { paramsSchema as touchSchema } from './touch/rules';

const inAllLanguages = scenes.flatMap((scene) =>
  locales.filter((locale) => hasScene(scene, locale)).map((locale) => ({ ...scene, locale }))
);

/** Walks a scene's solution with a seed and says how it ended. */
function walked<Params, State extends Told, Action>(rules: Rules<Params, State, Action>, params: Params, seed: number) {
  return rules.judge(rules.solve(params).reduce(rules.reduce, rules.start(params, seed)));
}

test.each(inAllLanguages)('$kind/$scene in $locale is solved by its solver, with any seed, without help', (scene) => {
  for (const seed of [0, 1, 2026])
    expect(withRules(scene, (rules, params) => walked(rules, params, seed))).toMatchObject({
      done: true,
      helped: false,
      hints: []
    });
});

/** The moves of a scene's solution that do not stand in the list as it is then, by their controls. */
function notInList<Params, State extends Told, Action>(rules: Rules<Params, State, Action>, params: Params): string[] {
  let state = rules.start(params, 0);
  return rules.solve(params).flatMap((move) => {
    const { id, write } = rules.control(move);
    const offered = rules
      .lines(state)
      .map((line) => (line.write && write ? line.write.action(write.text) : line.action))
      .some((action) => isDeepStrictEqual(action, move));
    state = rules.reduce(state, move);
    return offered ? [] : [id];
  });
}

test.each(inAllLanguages)('$kind/$scene in $locale is solved in its list alone', (scene) => {
  expect(withRules(scene, notInList)).toEqual([]);
});

test.each(inAllLanguages)('$kind/$scene in $locale names a control for every move', ({ kind, scene, locale }) => {
  const controls = kinds[kind]?.controls(readScene(kind, scene, locale)) ?? [];
  expect(controls.length).toBeGreaterThan(0);
  expect(controls.every(({ id }) => id !== '')).toBe(true);
});

test.each(inAllLanguages)(
  '$kind/$scene in $locale has a sheet of paper with a task and a solution for each goal',
  ({ kind, scene, locale }) => {
    const params = Object(readScene(kind, scene, locale));
    const paper = kinds[kind]?.paper(params) ?? [];
    expect(paper.map(({ ask }) => ask)).toEqual(params.texts.asks);
    expect(paper.filter(({ solution }) => solution.length === 0)).toEqual([]);
    expect(JSON.stringify(paper)).not.toContain('undefined');
  }
);

/** The names under `picture` and `logo`, however deep they stand. */
function picturesNamed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(picturesNamed);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['picture', 'logo'].includes(key) ? [String(inner)] : picturesNamed(inner)
  );
}

test('every picture of a scene is one the product has', () => {
  const pictures = scenes.flatMap(({ kind, scene }) => {
    if (kind !== 'touch') return picturesNamed(readScene(kind, scene, 'de'));
    const params = valid(touchSchema, readScene(kind, scene, 'de'));
    if (params.mode === 'tap') return params.rounds.flatMap(({ target, others }) => [target, ...others]);
    return params.mode === 'apps' ? params.apps : [];
  });
  expect(pictures.filter((name) => !isPicture(name))).toEqual([]);
});

test.each(Object.keys(kinds))('%s has at least three scenes', (kind) => {
  expect(scenes.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(3);
});

test('every scene stands on the examples page', () => {
  const shown = new Set(examples.map(({ kind, scene }) => `${kind}/${scene}`));
  expect(scenes.map(({ kind, scene }) => `${kind}/${scene}`).filter((name) => !shown.has(name))).toEqual([]);
});
