import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { canWrite, keysOf, layouts } from './layout';
import { correction, keyboard } from './rules';
import { paramsSchema, type KeyboardAction, type KeyboardState } from './state';

const params = parse(paramsSchema, {
  texts: {
    layout: 'de',
    task: 'Schreiben Sie.',
    done: 'Sie schreiben.',
    asks: ['Ein Satz.'],
    sentences: ['Heute ist ein guter Tag.'],
    worksheet: ['Ich schreibe.']
  }
});

const after = (...actions: KeyboardAction[]): KeyboardState =>
  actions.reduce(keyboard.reduce, keyboard.start(params, 1));
const written = (text: string): KeyboardState => after({ type: 'write', text }, { type: 'check' });

test.each([
  ['exactly', 'Heute ist ein guter Tag.', 'practice.keyboard.right'],
  ['with double blanks', ' Heute  ist ein guter Tag. ', 'practice.keyboard.right'],
  ['without the mark at the end', 'Heute ist ein guter Tag', 'practice.keyboard.right'],
  ['without capitals', 'heute ist ein guter tag.', 'practice.keyboard.rightCapital']
])('the sentence counts when written %s', (_name, text, key) => {
  const state = written(text);
  expect(keyboard.judge(state)).toMatchObject({ done: true, helped: false });
  expect(state.saying?.key).toBe(key);
});

test.each([
  ['', 'practice.keyboard.empty'],
  ['Heuteist ein guter Tag', 'practice.keyboard.blankMissing'],
  ['Heu te ist ein guter Tag', 'practice.keyboard.blankTooMuch'],
  ['Heute ist', 'practice.keyboard.goOn'],
  ['Heute ist ein guter Tag heute', 'practice.keyboard.tooMuch'],
  ['Heute isst ein guter Tag', 'practice.keyboard.word']
])('"%s" is answered by %s', (text, key) => {
  expect(correction(text, 'Heute ist ein guter Tag.').key).toBe(key);
});

test('the word to look at is named', () => {
  expect(written('Heute ist ein gutter Tag').saying).toMatchObject({ values: { word: 'guter' }, tone: 'again' });
});

test('checking too early is no miss: nothing is wrong yet', () => {
  expect(written('Heute')).toMatchObject({ misses: 0, saying: { tone: 'info' } });
});

test('the shift key makes one capital and lets go', () => {
  const state = after({ type: 'shift' }, { type: 'key', sign: 'h' }, { type: 'key', sign: 'e' });
  expect(state).toMatchObject({ text: 'He', shift: false });
});

test('the text alternative has every key as it is now, and says whether capitals are on', () => {
  const keys = (state: KeyboardState) => keyboard.lines(state).filter(({ isSign }) => isSign);
  const shiftOf = (state: KeyboardState) => keyboard.lines(state).find(({ id }) => id === 'key-shift');
  expect(keys(after()).map(({ words }) => words)).toEqual(keysOf('de').keys);
  expect(keys(after({ type: 'shift' }))[0]?.words).toBe('Q');
  expect(shiftOf(after({ type: 'shift' }))?.value).toMatchObject({ key: 'practice.settings.on' });
  expect(keys(after({ type: 'page' }))[0]?.words).toBe('1');
  expect(shiftOf(after({ type: 'page' }))).toBeUndefined();
});

test('the delete key takes the last letter away, and does no harm on an empty line', () => {
  expect(after({ type: 'key', sign: 'a' }, { type: 'delete' }, { type: 'delete' }).text).toBe('');
});

test('the guide names the next key, and delete where something is wrong', () => {
  expect(keyboard.guide(after())?.action).toEqual({ type: 'shift' });
  expect(keyboard.guide(after({ type: 'write', text: 'Heute' }))?.saying.key).toBe('practice.guide.space');
  expect(keyboard.guide(after({ type: 'write', text: 'Hx' }))?.action).toEqual({ type: 'delete' });
});

const withTexts = (task: 'write' | 'password', ...sentences: string[]) =>
  parse(paramsSchema, { task, texts: { ...params.texts, asks: sentences.map(() => 'Write.'), sentences } });

test.each(['Bitte rufen Sie an: 0000 998877', 'an erika@post.example schreiben'])(
  'what the scene itself asks for is written key by key: %s',
  (sentence) => {
    const asked = withTexts('write', sentence);
    const end = keyboard.solve(asked).reduce(keyboard.reduce, keyboard.start(asked, 1));
    expect(keyboard.judge(end)).toMatchObject({ done: true, helped: false });
    expect(end.misses).toBe(0);
  }
);

test.each(['DE89 3704 0044 0532 0130 00', 'hannelore@post.de', '0251 123456', '4111 1111 1111 1111'])(
  '%s leaves the field, and it is said why',
  (text) => {
    expect(after({ type: 'write', text })).toMatchObject({ text: '', saying: { key: 'practice.frame.noRealData' } });
  }
);

test('figures lie behind a key of their own, and the next sentence begins with letters', () => {
  const time = withTexts('write', 'um 15:30', 'ja');
  const way = keyboard.solve(time);
  expect(way.filter(({ type }) => type === 'page')).toHaveLength(1);
  const end = way.reduce(keyboard.reduce, keyboard.start(time, 1));
  expect(keyboard.judge(end).done).toBe(true);
  expect(end.page).toBe('letters');
});

test('shift and figures do not get into each other’s way', () => {
  expect(after({ type: 'shift' }, { type: 'page' })).toMatchObject({ page: 'figures', shift: false });
  expect(after({ type: 'page' }, { type: 'shift' })).toMatchObject({ page: 'figures', shift: false });
});

test.each([
  ['3.5.1950', 'practice.keyboard.weak.date', false],
  ['Sommer', 'practice.keyboard.weak.common', false],
  ['', 'practice.keyboard.empty', false],
  ['Igel singen selten im Winter', 'practice.keyboard.strong', true]
])('the made-up password "%s" is answered by %s', (text, key, done) => {
  const own = withTexts('password', 'Kuchen Regen Stiefel Mond');
  const state = keyboard.reduce(keyboard.reduce(keyboard.start(own, 1), { type: 'write', text }), { type: 'check' });
  expect(state.saying?.key).toBe(key);
  expect(keyboard.judge(state).done).toBe(done);
});

test('help does not offer a password that is easy to guess', () => {
  expect(() => withTexts('password', 'Sommer')).toThrow();
});

test.each(layouts)('the layout %s has three rows of eleven keys with the shift key', (layout) => {
  const { keys } = keysOf(layout);
  expect(keys.length + 1).toBe(33);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a sentence with a sign that is on no key is refused', () => {
  expect(canWrite('en', 'Grüße')).toBe(false);
  expect(() => parse(paramsSchema, { ...params, texts: { ...params.texts, sentences: ['100 %'] } })).toThrow();
});
