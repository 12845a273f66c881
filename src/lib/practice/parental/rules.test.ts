import { parse } from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { paramsSchema, weakness } from './menus';
import { parental } from './rules';
import { reached, start, type ParentalAction, type ParentalState } from './state';

const menus = [
  {
    id: 'games',
    items: [
      { kind: 'choice', id: 'age', options: ['six', 'twelve', 'all'], value: 'all', want: ['six'] },
      { kind: 'switch', id: 'chat', value: true, want: false }
    ]
  },
  {
    id: 'time',
    items: [
      { kind: 'minutes', id: 'daily', value: 120, most: 180, want: [30, 60] },
      { kind: 'pin', id: 'pin', offer: '7294' }
    ]
  }
];
const names = ['games', 'age', 'six', 'twelve', 'all', 'chat', 'time', 'daily', 'pin'];
const words = Object.fromEntries(names.map((name) => [name, name]));

const scene = (facts: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    device: 'console',
    bornIn: 2017,
    menus,
    goals: ['age', 'chat', 'daily', 'pin'],
    ...facts,
    texts: {
      task: 'Set.',
      done: 'You can set.',
      asks: ['Age.', 'Chat.', 'Time.', 'PIN.'],
      worksheet: ['I set.'],
      device: 'Box',
      labels: words,
      right: { age: 'Now the chat.', chat: 'Good.', daily: 'Good.', pin: 'Good.' },
      wrong: { age: 'Too old.', chat: 'Still on.', daily: 'Too long.', pin: 'No.' },
      ...texts
    }
  });

const params = scene();
const open = (menu: string): ParentalAction => ({ type: 'open', menu });
const age = (option: string): ParentalAction => ({ type: 'choose', at: 'age', option });
const chat: ParentalAction = { type: 'toggle', at: 'chat' };
const less: ParentalAction = { type: 'minutes', at: 'daily', to: 'less' };
const pin = (number: string): ParentalAction => ({ type: 'pin', at: 'pin', number });
const after = (...actions: ParentalAction[]): ParentalState => actions.reduce(parental.reduce, start(params));

test('a goal that is set well says what is still open', () => {
  const state = after(open('games'), age('six'));
  expect(state.saying).toMatchObject({ values: { words: 'Now the chat.' }, tone: 'good' });
  expect(parental.judge(state)).toMatchObject({ reached: 1, ask: 'Chat.' });
});

test('what is set too early counts when its turn comes', () => {
  expect(reached(after(open('games'), chat))).toBe(0);
  expect(reached(after(open('games'), chat, age('six')))).toBe(2);
});

test('a value that does not suit the child is explained, and can be changed', () => {
  expect(after(open('games'), age('twelve'))).toMatchObject({
    misses: 1,
    saying: { values: { words: 'Too old.' }, tone: 'again' }
  });
});

test('minutes are no miss on the way to the right ones', () => {
  const state = after(open('time'), less, less, less);
  expect(state).toMatchObject({ misses: 0, saying: { key: 'practice-parental.nowMinutes', values: { minutes: 75 } } });
});

test('a goal that is undone is open again', () => {
  expect(reached(after(open('games'), age('six'), age('all')))).toBe(0);
});

test('only what stands on the open page can be set', () => {
  expect(after(open('time'), chat).now.values['chat']).toBe(true);
});

describe('a PIN', () => {
  it.each([
    ['0000', 'same'],
    ['1111', 'same'],
    ['1234', 'row'],
    ['4321', 'row'],
    ['2017', 'year'],
    ['1958', 'year'],
    ['2018', undefined],
    ['7294', undefined]
  ])('%s is easy to guess: %s', (number, why) => {
    expect(weakness(number, 2017)).toBe(why);
  });

  it.each([
    ['', 'practice-parental.pinEmpty'],
    ['12', 'practice-parental.pinShape'],
    ['Hase', 'practice-parental.pinShape'],
    ['1234', 'practice-parental.pin.row'],
    ['2017', 'practice-parental.pin.year']
  ])('"%s" is answered by %s', (number, key) => {
    expect(after(open('time'), pin(number)).saying?.key).toBe(key);
  });

  it('that is good is set, and is nowhere in the state', () => {
    const state = after(open('time'), pin('8306'));
    expect(state.now.values['pin']).toBe(true);
    expect(JSON.stringify([state.now, state.past, state.saying])).not.toContain('8306');
  });
});

test.each([
  [
    'a goal that is met already',
    { menus: [{ id: 'games', items: [{ kind: 'switch', id: 'chat', value: false, want: false }] }], goals: ['chat'] },
    { asks: ['Chat.'] }
  ],
  [
    'minutes that are good already',
    {
      menus: [{ id: 'time', items: [{ kind: 'minutes', id: 'daily', value: 45, most: 180, want: [30, 60] }] }],
      goals: ['daily']
    },
    { asks: ['Time.'] }
  ],
  [
    'a value that is no option',
    {
      menus: [
        { id: 'games', items: [{ kind: 'choice', id: 'age', options: ['six', 'twelve'], value: 'all', want: ['six'] }] }
      ],
      goals: ['age']
    },
    { asks: ['Age.'] }
  ],
  ['a goal in no menu', { goals: ['age', 'chat', 'daily', 'nothing'] }, {}],
  [
    'a PIN that a child guesses',
    { menus: [{ id: 'time', items: [{ kind: 'pin', id: 'pin', offer: '1234' }] }], goals: ['pin'] },
    { asks: ['PIN.'] }
  ],
  ['a menu without a word', {}, { labels: { games: 'Games' } }]
])('%s is refused', (_name, facts, texts) => {
  expect(() => scene(facts, texts)).toThrow();
});
