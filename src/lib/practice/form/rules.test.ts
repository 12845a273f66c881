import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { dayIn } from './compare';
import { form, paramsSchema } from './rules';
import { start, type FormAction, type FormState } from './state';

const texts = {
  task: 'Fill in.',
  done: 'You fill in.',
  asks: ['First.', 'Second.', 'Check.', 'Keep.'],
  worksheet: ['I fill in.'],
  name: 'Form',
  card: ['Name: Erika Beispiel', 'Born: 3. Mai 1950', 'Mail: erika@post.example'],
  pages: { person: 'You', more: 'More' },
  fields: {
    name: { label: 'Name', given: 'Erika Beispiel' },
    born: { label: 'Born', given: '3. Mai 1950', swapped: '5. März 1950' },
    phone: { label: 'Phone' },
    when: { label: 'When', options: { noon: 'Noon', late: 'Late' } },
    news: { label: 'News', ticked: 'You get news.', unticked: 'You get no news.' }
  },
  confirmation: 'Thank you. F-1.'
};
const pages = [
  {
    id: 'person',
    fields: [
      { kind: 'text', id: 'name' },
      { kind: 'date', id: 'born', date: '1950-05-03' },
      { kind: 'text', id: 'phone', required: false }
    ]
  },
  {
    id: 'more',
    fields: [
      { kind: 'choice', id: 'when', options: ['noon', 'late'], right: 'noon' },
      { kind: 'tick', id: 'news', on: true, want: false }
    ]
  }
];
const scene = { pages, texts };
const params = parse(paramsSchema, scene);
const after = (...actions: FormAction[]): FormState => actions.reduce<FormState>(form.reduce, start(params));

const next = (written: Record<string, string> = {}): FormAction => ({ type: 'next', written });
const choose = (option: string): FormAction => ({ type: 'choose', field: 'when', option });
const write = (field: string, text: string): FormAction => ({ type: 'write', field, text });
const tick: FormAction = { type: 'tick', field: 'news' };
const [send, save, back]: [FormAction, FormAction, FormAction] = [
  { type: 'send' },
  { type: 'save' },
  { type: 'back', written: {} }
];
const person = next({ name: 'Erika Beispiel', born: '3.5.1950' });

test('a page is left when all that is required is right; what is optional may stay empty', () => {
  expect(after(person).now).toMatchObject({ place: 1, filled: ['name', 'born'], faults: {} });
});

test('what was right stays when something else is not, and the first thing is named', () => {
  const state = after(next({ name: 'erika  beispiel' }));
  expect(state).toMatchObject({
    now: { place: 0, filled: ['name'], faults: { born: 'empty' } },
    saying: { key: 'practice-form.empty', values: { label: 'Born' }, tone: 'again' }
  });
});

test('a label that asks leaves its mark in a sentence', () => {
  const asking = parse(paramsSchema, {
    ...scene,
    texts: { ...texts, fields: { ...texts.fields, when: { ...texts.fields.when, label: 'When?' } } }
  });
  const { saying } = [person, choose('noon')].reduce<FormState>(form.reduce, start(asking));
  expect(saying?.values).toEqual({ label: 'When', option: 'Noon' });
});

test.each([
  ['3.5.1950', undefined],
  ['03.05.1950', undefined],
  ['3/5/50', undefined],
  ['1950-05-03', undefined],
  ['3. mai 1950', undefined],
  ['5.3.1950', 'swapped'],
  ['3.5.1951', 'other'],
  ['4.5.1950', 'other'],
  ['in May', 'other'],
  [' ', 'empty']
])('the date "%s" is %s', (text, fault) => {
  expect(after(write('born', text)).now.faults['born']).toBe(fault);
});

test('a date the wrong way round is read out as it was understood', () => {
  expect(after(write('born', '5.3.1950')).saying).toMatchObject({
    key: 'practice-form.swapped',
    values: { swapped: '5. März 1950', given: '3. Mai 1950' }
  });
});

test.each([
  ['name', '0251 123456', 'practice-form.real'],
  ['phone', '0251 123456', 'practice-form.real'],
  ['phone', 'hannelore@post.test', 'practice-form.real'],
  ['name', 'Hannelore', 'practice-form.other']
])('in the field %s "%s" is stopped kindly, and kept nowhere', (field, text, key) => {
  for (const state of [after(write(field, text)), after(next({ [field]: text, name: text }))])
    expect(JSON.stringify(state)).not.toContain(text);
  expect(after(write(field, text)).saying?.key).toBe(key);
});

test('a field that was emptied is empty, one that nobody touched holds what it held', () => {
  const filled: FormAction[] = [
    { type: 'fill', field: 'name' },
    { type: 'fill', field: 'born' }
  ];
  expect(after(...filled, next()).now.place).toBe(1);
  expect(after(...filled, next({ name: '', phone: '' })).now).toMatchObject({
    place: 0,
    filled: ['born'],
    faults: { name: 'empty' }
  });
  expect(after(...filled, write('name', 'Erik')).now.filled).toEqual(['born']);
});

test('the card fills a field by one tap', () => {
  expect(after({ type: 'fill', field: 'name' }).now.filled).toEqual(['name']);
  expect(after({ type: 'fill', field: 'phone' }).now.filled).toEqual([]);
});

test('a choice that is not on the card keeps the page', () => {
  expect(after(person, choose('late'), next())).toMatchObject({
    now: { place: 1, faults: { when: 'choice' } },
    saying: { key: 'practice-form.otherChoice' }
  });
});

describe('a box that was ticked beforehand', () => {
  const review = after(person, choose('noon'), next());

  test('is in nobody’s way until the check, where it stands in plain words', () => {
    expect(review.now.place).toBe(2);
    expect(form.lines(review).find(({ id }) => id === 'change-news')?.words).toMatchObject({
      values: { value: 'You get news.' }
    });
  });

  test('stops the sending, is changed, and the way leads straight back to the check', () => {
    const stopped = form.reduce(review, send);
    expect(stopped).toMatchObject({
      now: { place: 2 },
      saying: { key: 'practice-form.leftBox', values: { words: 'You get news.' } }
    });
    const actions: FormAction[] = [{ type: 'change', field: 'news' }, tick, next(), send];
    const sent = actions.reduce<FormState>(form.reduce, stopped);
    expect(sent.now.place).toBe(3);
    expect(form.judge(sent)).toMatchObject({ done: false, reached: 3, ask: 'Keep.' });
    expect(form.judge(form.reduce(sent, save))).toMatchObject({ done: true, helped: false });
  });
});

test('the way back loses nothing', () => {
  const state = after(person, choose('noon'), back);
  expect(state.now).toMatchObject({ place: 0, far: 1, filled: ['name', 'born'], chosen: { when: 'noon' } });
  expect(form.judge(state)).toMatchObject({ ask: 'First.', reached: 1 });
});

test('what is right in a field stays on the way back, what is not is forgotten', () => {
  const pagesBack = [pages[1], pages[0]];
  const turned = parse(paramsSchema, { ...scene, pages: pagesBack });
  const on = [choose('noon'), next()].reduce<FormState>(form.reduce, start(turned));
  const state = form.reduce(on, { type: 'back', written: { name: 'Erika Beispiel', born: 'Hannelore', phone: '' } });
  expect(state.now).toMatchObject({ place: 0, filled: ['name'], faults: {} });
  expect(JSON.stringify(state)).not.toContain('Hannelore');
});

test('what belongs to another page can’t be done from here', () => {
  const state = after();
  for (const action of [choose('noon'), tick, send, save]) expect(form.reduce(state, action)).toBe(state);
});

test('a day is read in digits only when there are three numbers', () => {
  expect(dayIn('3.5.50')).toEqual({ day: 3, month: 5, year: 1950 });
  expect(dayIn('3.5.')).toBeUndefined();
  expect(dayIn('3.5.1950 10')).toBeUndefined();
});

test.each([
  ['a field without words', { pages: [...pages, { id: 'person2', fields: [{ kind: 'text', id: 'more' }] }] }],
  [
    'a required text that the card does not have',
    { texts: { ...texts, fields: { ...texts.fields, name: { label: 'N' } } } }
  ],
  [
    'a date without its wrong way round',
    { texts: { ...texts, fields: { ...texts.fields, born: { label: 'B', given: 'x' } } } }
  ],
  [
    'an option without a word',
    { texts: { ...texts, fields: { ...texts.fields, when: { label: 'W', options: { noon: 'N' } } } } }
  ],
  ['a box without plain words', { texts: { ...texts, fields: { ...texts.fields, news: { label: 'N' } } } }],
  ['a form without a card', { texts: { ...texts, card: [] } }],
  ['a page without a heading', { texts: { ...texts, pages: { person: 'You' } } }],
  ['a sentence too few', { texts: { ...texts, asks: ['First.'] } }],
  ['the same name twice', { pages: [...pages, pages[0]] }]
])('the scene is refused: %s', (_name, change) => {
  expect(() => parse(paramsSchema, { ...scene, ...change })).toThrow();
});
