import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { settings } from './rules';
import { found, start, type SettingsAction, type SettingsState } from './state';
import { paramsSchema } from './tree';

const tree = [
  {
    id: 'display',
    items: [
      { kind: 'steps', id: 'text-size', most: 5, value: 2, shows: 'text' },
      { kind: 'switch', id: 'dark', value: false }
    ]
  },
  {
    id: 'sound',
    items: [
      { kind: 'steps', id: 'volume', most: 8, value: 2 },
      { kind: 'choice', id: 'ring', options: ['bell', 'birds'], value: 'bell' }
    ]
  },
  {
    id: 'wifi',
    items: [
      { kind: 'switch', id: 'radio', value: false },
      { kind: 'network', id: 'garden', own: true, password: 'Baum7' },
      { kind: 'network', id: 'market' },
      { kind: 'network', id: 'cafe', password: 'secret' }
    ]
  },
  { id: 'about', items: [{ kind: 'fact', id: 'charge' }] }
];

const names = [
  'display',
  'text-size',
  'dark',
  'sound',
  'volume',
  'ring',
  'bell',
  'birds',
  'wifi',
  'radio',
  'garden',
  'market',
  'cafe',
  'about',
  'charge'
];

const withGoals = (...goals: object[]) =>
  parse(paramsSchema, {
    tree,
    goals,
    texts: {
      task: 'Set.',
      done: 'You can set.',
      asks: goals.map(() => 'Do it.'),
      worksheet: ['I set.'],
      labels: Object.fromEntries(names.map((name) => [name, name])),
      facts: { charge: '80 %' }
    }
  });

const larger = withGoals({ want: 'at-least', at: 'text-size', step: 4 });
const wifi = withGoals({ want: 'joined', at: 'garden' });
const after = (params: typeof larger, ...actions: SettingsAction[]): SettingsState =>
  actions.reduce(settings.reduce, start(params));

const open = (menu: string): SettingsAction => ({ type: 'open', menu });
const more: SettingsAction = { type: 'step', at: 'text-size', by: 1 };
const join = (network: string, password = ''): SettingsAction => ({ type: 'join', network, password });

test('whoever takes the wrong menu hears where they are and how to get back', () => {
  expect(after(larger, open('sound')).saying).toEqual({
    key: 'practice.settings.lost',
    values: { place: 'sound' },
    tone: 'again'
  });
  expect(after(larger, open('display')).saying?.key).toBe('practice.settings.in');
});

test('the goal is reached step by step, and each step is said', () => {
  const once = after(larger, open('display'), more);
  expect(once.saying).toEqual({
    key: 'practice.settings.stepNow',
    values: { name: 'text-size', step: 3, most: 5 },
    tone: 'info'
  });
  expect(settings.judge(settings.reduce(once, more))).toMatchObject({ done: true, helped: false });
});

test('a setting goes no further than its last step', () => {
  const state = after(larger, more, more, more, more);
  expect(state).toMatchObject({ values: { 'text-size': 5 }, saying: { key: 'practice.settings.most' } });
});

test('every change can be taken back, one after the other', () => {
  const changed = after(larger, more, { type: 'toggle', at: 'dark' }, { type: 'choose', at: 'ring', option: 'birds' });
  const undo: SettingsAction = { type: 'undo' };
  const back = [undo, undo, undo].reduce(settings.reduce, changed);
  expect(back.values).toEqual(start(larger).values);
  expect(settings.reduce(back, undo).saying?.key).toBe('practice.nothingToUndo');
});

test('a goal that was reached stays reached after an undo', () => {
  expect(settings.judge(after(larger, more, more, { type: 'undo' })).done).toBe(true);
});

test('a change nobody asked for counts as a miss, help comes with the second', () => {
  const state = after(larger, { type: 'toggle', at: 'dark' }, { type: 'toggle', at: 'dark' });
  expect(state).toMatchObject({ misses: 2, guided: true });
});

test('a goal that is met on the way need not be done twice', () => {
  const two = withGoals({ want: 'at-least', at: 'text-size', step: 3 }, { want: 'off', at: 'dark' });
  expect(settings.judge(after(two, more)).done).toBe(true);
});

test('a fact is found by tapping it', () => {
  const read = withGoals({ want: 'read', at: 'charge' });
  expect(after(read, { type: 'read', at: 'charge' })).toMatchObject({
    reached: 1,
    saying: { key: 'practice.settings.fact', values: { fact: '80 %' }, tone: 'good' }
  });
});

test('the right network with the given password connects', () => {
  const state = after(
    wifi,
    { type: 'toggle', at: 'radio' },
    { type: 'visit', network: 'garden' },
    join('garden', ' Baum7 ')
  );
  expect(state).toMatchObject({ joined: 'garden', network: undefined, saying: { key: 'practice.settings.joinedOwn' } });
  expect(settings.judge(state).done).toBe(true);
});

test.each([
  ['nothing', '', 'practice.settings.passwordEmpty'],
  ['another case', 'baum7', 'practice.settings.passwordCase'],
  ['a gap', 'Baum 7', 'practice.settings.passwordBlank'],
  ['what may be a real password', 'Hannelore1944', 'practice.settings.passwordOther']
])('%s written as password gets a kind stop', (_name, password, key) => {
  expect(after(wifi, join('garden', password))).toMatchObject({ joined: undefined, saying: { key, tone: 'again' } });
});

test('what was written as a password is nowhere in the state', () => {
  expect(JSON.stringify(after(wifi, join('garden', 'Hannelore1944')))).not.toContain('Hannelore');
});

test('an open foreign network is warned of, and joining it can be undone', () => {
  expect(after(wifi, { type: 'visit', network: 'market' }).saying?.key).toBe('practice.settings.foreignOpen');
  const joined = after(wifi, join('market'));
  expect(joined).toMatchObject({ joined: 'market', saying: { key: 'practice.settings.joinedForeign' } });
  expect(settings.judge(joined).done).toBe(false);
  expect(settings.reduce(joined, { type: 'undo' }).joined).toBeUndefined();
});

test('a locked foreign network stays locked, whatever is written', () => {
  expect(after(wifi, join('cafe', 'secret'))).toMatchObject({
    joined: undefined,
    saying: { key: 'practice.settings.foreignLocked' }
  });
});

test('a network is left when its radio goes off', () => {
  const state = after(wifi, { type: 'toggle', at: 'radio' }, join('market'), { type: 'toggle', at: 'radio' });
  expect(state.joined).toBeUndefined();
});

test('the search finds settings by any part of their name and leads into their menu', () => {
  const state = after(larger, { type: 'search', query: 'SIZE' });
  expect(found(state)).toEqual([{ menu: 'display', id: 'text-size' }]);
  expect(settings.reduce(state, open('display'))).toMatchObject({ menu: 'display', query: '' });
});

test('what seems real leaves the search, and it is said why', () => {
  const state = after(larger, { type: 'search', query: 'hannelore@post.de' });
  expect(state).toMatchObject({ query: '', saying: { key: 'practice.frame.noRealData', tone: 'again' } });
});

test('the guide leads out of a search, a wrong menu and a wrong network', () => {
  expect(settings.guide(after(larger, { type: 'search', query: 'x' }))?.action).toEqual({ type: 'back' });
  expect(settings.guide(after(larger, open('sound')))?.action).toEqual({ type: 'back' });
  expect(settings.guide(after(wifi, open('wifi'), { type: 'visit', network: 'cafe' }))?.action).toEqual({
    type: 'back'
  });
  // The switch is not on a network's own page.
  expect(settings.guide(after(wifi, open('wifi'), { type: 'visit', network: 'garden' }))?.action).toEqual({
    type: 'back'
  });
});

test.each([
  ['a goal for a setting that is not there', { goals: [{ want: 'on', at: 'nowhere' }] }],
  ['a step beyond the last', { goals: [{ want: 'at-least', at: 'text-size', step: 9 }] }],
  ['a foreign network as a goal', { goals: [{ want: 'joined', at: 'market' }] }],
  ['the same name twice', { tree: [...tree, ...tree] }],
  ['a setting without a word', { texts: { ...larger.texts, labels: {} } }],
  ['a fact without words', { texts: { ...larger.texts, facts: {} } }]
])('the scene is refused: %s', (_name, change) => {
  expect(() => parse(paramsSchema, { ...larger, ...change })).toThrow();
});
