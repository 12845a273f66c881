import fc from 'fast-check';
import { parse as valid } from 'valibot';
import { expect, test } from 'vitest';
import { locales, type Locale } from '$lib/i18n/locales';
import { isPicture } from '$lib/ui/pictures';
import { readScene, scenes } from '../../../tests/support/scenes';
import type { HelpAction, Rules, Told } from './contract';
import { examples } from './examples';
import { agreement } from './agreement/rules';
import { bank } from './bank/rules';
import { call } from './call/rules';
import { chat } from './chat/rules';
import { consent } from './consent/rules';
import { form } from './form/rules';
import { reply } from './inbox/reply';
import { paramsSchema as inboxSchema } from './inbox/rules';
import { sort } from './inbox/sort';
import { keyboard } from './keyboard/rules';
import { lootbox } from './lootbox/rules';
import { parental } from './parental/rules';
import { photo } from './photo/rules';
import { qr } from './qr/rules';
import { search } from './search/rules';
import { sensor } from './sensor/rules';
import { settings } from './settings/rules';
import { shop } from './shop/rules';
import { timeplan } from './timeplan/rules';
import { kinds } from './kinds';
import { apps } from './touch/apps';
import { paramsSchema as touchSchema } from './touch/rules';
import { scroll } from './touch/scroll';
import { tap } from './touch/tap';
import { zoom } from './touch/zoom';

const inAllLanguages = scenes.flatMap((scene) => locales.map((locale) => ({ ...scene, locale })));

/** Walks a scene's solution with a seed and says how it ended. */
function walked<Params, State extends Told, Action>(rules: Rules<Params, State, Action>, params: Params, seed: number) {
  return rules.judge(rules.solve(params).reduce(rules.reduce, rules.start(params, seed)));
}

/** Lets chance choose among what can be done, a hundred times, and gives the end. */
function wandered<Params, State extends Told, Action>(
  rules: Rules<Params, State, Action>,
  params: Params,
  choices: number[]
): State {
  const help: HelpAction = { type: 'help' };
  return choices.reduce<State>(
    (state, choice) => {
      const known = rules.lines(state).flatMap(({ action, write }) => action ?? write?.action('something else') ?? []);
      const actions = [...known, help];
      return rules.reduce(state, actions[choice % actions.length] ?? help);
    },
    rules.start(params, 1)
  );
}

type Use<Answer> = <Params, State extends Told, Action>(rules: Rules<Params, State, Action>, params: Params) => Answer;

const handed =
  <Params, State extends Told, Action>(rules: Rules<Params, State, Action>) =>
  <Answer>(raw: unknown, use: Use<Answer>): Answer =>
    use(rules, valid(rules.paramsSchema, raw));

/** The kinds with one set of rules; an inbox and a touch trainer have several. */
const ofKind: Readonly<Record<string, <Answer>(raw: unknown, use: Use<Answer>) => Answer>> = {
  agreement: handed(agreement),
  bank: handed(bank),
  call: handed(call),
  chat: handed(chat),
  consent: handed(consent),
  form: handed(form),
  keyboard: handed(keyboard),
  lootbox: handed(lootbox),
  parental: handed(parental),
  photo: handed(photo),
  qr: handed(qr),
  search: handed(search),
  sensor: handed(sensor),
  settings: handed(settings),
  shop: handed(shop),
  timeplan: handed(timeplan)
};

/** Hands a scene to the rules it belongs to. */
function withRules<Answer>(
  { kind, scene, locale }: { kind: string; scene: string; locale: Locale },
  use: Use<Answer>
): Answer {
  const raw = readScene(kind, scene, locale);
  const hand = ofKind[kind];
  if (hand) return hand(raw, use);
  if (kind === 'inbox') {
    const mails = valid(inboxSchema, raw);
    return mails.ask === 'reply' ? use(reply, mails) : use(sort, mails);
  }
  const params = valid(touchSchema, raw);
  switch (params.mode) {
    case 'tap':
      return use(tap, params);
    case 'scroll':
      return use(scroll, params);
    case 'zoom':
      return use(zoom, params);
    case 'apps':
      return use(apps, params);
  }
}

test.each(inAllLanguages)('$kind/$scene in $locale is solved by its solver, with any seed, without help', (scene) => {
  for (const seed of [0, 1, 2026])
    expect(withRules(scene, (rules, params) => walked(rules, params, seed))).toMatchObject({
      done: true,
      helped: false,
      hints: []
    });
});

test.each(inAllLanguages)('$kind/$scene in $locale names a control for every move', ({ kind, scene, locale }) => {
  const controls = kinds[kind]?.controls(readScene(kind, scene, locale)) ?? [];
  expect(controls.length).toBeGreaterThan(0);
  expect(controls.every(({ id }) => id !== '')).toBe(true);
});

test.each(scenes)('$kind/$scene can be left from wherever chance leads: no dead end, no fault', ({ kind, scene }) => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 60 }), (choices) => {
      const left = withRules({ kind, scene, locale: 'de' }, (rules, params) => {
        let state = wandered(rules, params, choices);
        for (let moves = 0; moves < 200 && !rules.judge(state).done; moves += 1) {
          const next = rules.guide(state);
          if (!next) break;
          state = rules.reduce(state, next.action);
        }
        return rules.judge(state).done;
      });
      expect(left).toBe(true);
    }),
    { numRuns: 60 }
  );
});

test.each(inAllLanguages.filter(({ kind }) => kinds[kind]?.paper))(
  '$kind/$scene in $locale has a sheet of paper with a task and a solution for each goal',
  ({ kind, scene, locale }) => {
    const params = Object(readScene(kind, scene, locale));
    const paper = kinds[kind]?.paper?.(params) ?? [];
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

test('every scene stands on the examples page', () => {
  const shown = new Set(examples.map(({ kind, scene }) => `${kind}/${scene}`));
  expect(scenes.map(({ kind, scene }) => `${kind}/${scene}`).filter((name) => !shown.has(name))).toEqual([]);
});
