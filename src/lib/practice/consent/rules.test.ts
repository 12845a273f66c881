import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { consent, paramsSchema } from './rules';
import { start, type ConsentAction, type ConsentState } from './state';

const purpose = (name: string) => ({ name, why: `Why ${name}.` });
const page = (name: string, deny?: string) => ({
  name,
  address: `${name}.example`,
  about: 'A page.',
  banner: 'May we?',
  ...(deny !== undefined && { deny }),
  purposes: { works: purpose('works'), adverts: purpose('adverts') }
});
const pagePurposes = [{ id: 'works', needed: true }, { id: 'adverts' }];

const rounds = [
  { id: 'plain', screen: 'cookie', firms: 12, purposes: pagePurposes },
  { id: 'hidden', screen: 'cookie', dark: 'hidden', purposes: [pagePurposes[0], { id: 'adverts', on: true }] },
  { id: 'guilt', screen: 'cookie', dark: 'guilt', purposes: pagePurposes },
  { id: 'photos', screen: 'dialogs', purposes: [{ id: 'camera', needed: true }, { id: 'contacts' }] },
  {
    id: 'torch',
    screen: 'list',
    purposes: [
      { id: 'lamp', needed: true },
      { id: 'place', on: true }
    ]
  }
];
const words = {
  plain: page('plain'),
  hidden: page('hidden'),
  guilt: page('guilt', 'No, I like no cats'),
  photos: { name: 'Snap', about: 'Photos.', purposes: { camera: purpose('camera'), contacts: purpose('contacts') } },
  torch: { name: 'Torch', about: 'Light.', purposes: { lamp: purpose('lamp'), place: purpose('place') } }
};
type RoundName = keyof typeof words;

const sceneOf = (...names: RoundName[]) => ({
  rounds: rounds.filter(({ id }) => names.some((name) => name === id)),
  texts: {
    task: 'Allow.',
    done: 'You allow.',
    asks: names.map((name) => `Do ${name}.`),
    worksheet: ['I allow.'],
    rounds: Object.fromEntries(names.map((name) => [name, words[name]]))
  }
});
const withRounds = (...names: RoundName[]) => parse(paramsSchema, sceneOf(...names));
const after = (names: RoundName[], ...types: Exclude<ConsentAction['type'], 'toggle'>[]): ConsentState =>
  types.reduce<ConsentState>((state, type) => consent.reduce(state, { type }), start(withRounds(...names)));
const toggle = (id: string): ConsentAction => ({ type: 'toggle', purpose: id });

test('whoever accepts everything hears how many look on, and finds the settings afterwards', () => {
  const state = after(['plain'], 'accept');
  expect(state).toMatchObject({
    misses: 1,
    now: { layer: 'closed', on: ['works', 'adverts'] },
    saying: { key: 'practice-consent.accepted', values: { count: 12 }, tone: 'again' }
  });
  expect(consent.judge(state).reached).toBe(0);
  const open = consent.reduce(state, { type: 'settings' });
  const off = consent.reduce(open, toggle('adverts'));
  expect(consent.judge(consent.reduce(off, { type: 'save' }))).toMatchObject({ done: true, helped: false });
});

test('no on the banner leaves on what the page needs', () => {
  expect(after(['plain'], 'deny').now).toMatchObject({ layer: 'closed', on: ['works'] });
});

test('where no is hidden, it stands in the settings alone', () => {
  const state = start(withRounds('hidden'));
  expect(consent.lines(state).map(({ id }) => id)).not.toContain('deny');
  expect(consent.reduce(state, { type: 'deny' })).toBe(state);
  expect(consent.guide(state)?.action).toEqual({ type: 'settings' });
});

test('what is on from the start is named when it is saved so', () => {
  expect(after(['hidden'], 'settings', 'save').saying).toEqual({
    key: 'practice-consent.stillOn',
    values: { name: 'adverts', why: 'Why adverts.' },
    tone: 'again'
  });
});

test('what a page needs stays on', () => {
  const state = consent.reduce(after(['plain'], 'settings'), toggle('works'));
  expect(state).toMatchObject({ now: { on: ['works'] }, saying: { key: 'practice-consent.locked' } });
});

test('a no that is to make people feel bad is the right one, and help names it', () => {
  const state = start(withRounds('guilt'));
  expect(consent.guide(state)?.saying).toMatchObject({
    key: 'practice-consent.guideDenyOther',
    values: { word: 'No, I like no cats' }
  });
  expect(consent.judge(consent.reduce(state, { type: 'deny' })).done).toBe(true);
});

test('an app that asks gets yes for what it needs and no for the rest', () => {
  expect(after(['photos'], 'refuse').saying).toMatchObject({
    key: 'practice-consent.tooLittle',
    values: { why: 'Why camera.' }
  });
  expect(after(['photos'], 'allow', 'allow').saying).toMatchObject({
    key: 'practice-consent.tooMuch',
    values: { why: 'Why contacts.' }
  });
  expect(after(['photos'], 'allow', 'refuse').now).toMatchObject({ layer: 'closed', on: ['camera'] });
});

test('a switch that is needed and off is named first', () => {
  const torch = start(withRounds('torch'));
  expect(consent.reduce(torch, { type: 'save' }).saying?.key).toBe('practice-consent.stillOff');
  const lit = consent.reduce(torch, toggle('lamp'));
  expect(consent.reduce(lit, { type: 'save' }).saying?.key).toBe('practice-consent.stillOn');
});

test('the next round waits until this one is through, and the first can be had back', () => {
  const early = start(withRounds('plain', 'guilt'));
  expect(consent.reduce(early, { type: 'next' })).toBe(early);
  const second = after(['plain', 'guilt'], 'deny', 'next');
  expect(consent.judge(second)).toMatchObject({ reached: 1, ask: 'Do guilt.' });
  expect(consent.reduce(second, { type: 'undo' }).now).toMatchObject({ round: 0, layer: 'closed' });
});

test.each([
  ['a banner without its sentence', 'plain', { banner: undefined }],
  ['guilt without its words', 'guilt', { deny: undefined }],
  ['words of a no that nobody shows', 'plain', { deny: 'Never' }],
  ['a real address', 'plain', { address: 'garden.com' }],
  ['a purpose without words', 'plain', { purposes: { works: purpose('works') } }],
  ['an app with an address', 'torch', { address: 'torch.example' }]
] as const)('the scene is refused: %s', (_name, id, change) => {
  const scene = sceneOf(id);
  const changed = Object.fromEntries(
    Object.entries({ ...words[id], ...change }).filter(([, value]) => value !== undefined)
  );
  expect(() => parse(paramsSchema, scene)).not.toThrow();
  expect(() => parse(paramsSchema, { ...scene, texts: { ...scene.texts, rounds: { [id]: changed } } })).toThrow();
});

test.each([
  ['the same purpose twice', [{ ...rounds[0], purposes: [...pagePurposes, ...pagePurposes] }]],
  ['an app that pushes', [{ ...rounds[4], dark: 'colour' }]]
])('the rounds are refused: %s', (_name, changed) => {
  expect(() => parse(paramsSchema, { ...sceneOf('plain'), rounds: changed })).toThrow();
});
