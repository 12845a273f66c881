import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { chat } from './rules';
import { paramsSchema } from './script';
import { bubbles, start, type ChatAction, type ChatState } from './state';

const moments = [
  {
    do: 'choose',
    says: [
      { id: 'hello', who: 'ada' },
      { id: 'money', who: 'ada' }
    ],
    picks: [
      { id: 'pay', does: 'pay', then: [{ id: 'more', who: 'ada' }] },
      { id: 'ask', does: 'write' },
      { id: 'call', does: 'call', ok: true }
    ]
  },
  { do: 'mark', says: [{ id: 'soup', who: 'ada' }], marks: ['money'], need: 1 },
  { do: 'write', says: [{ id: 'when', who: 'ada' }], id: 'reply' }
];

const script = (change: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    with: 'ada',
    people: [{ id: 'ada' }],
    moments,
    ...change,
    texts: {
      task: 'Chat.',
      done: 'You can chat.',
      asks: ['Choose.', 'Mark.', 'Write.'],
      worksheet: ['I chat.'],
      names: { ada: 'Ada', me: 'You' },
      under: '0000 99 88 77',
      messages: { hello: 'Hello', money: 'Send money', more: 'More', soup: 'Soup', when: 'When?' },
      picks: { pay: 'Pay', ask: 'Who?', call: 'Call' },
      answers: { pay: 'Play money.', ask: 'Call first.', call: 'Right.' },
      marks: { money: 'It is about money.' },
      write: { reply: 'At three.' },
      ...texts
    }
  });

const params = script();
const next: ChatAction = { type: 'next' };
const undo: ChatAction = { type: 'undo' };
const pick = (id: string): ChatAction => ({ type: 'pick', pick: id });
const after = (...actions: ChatAction[]): ChatState => actions.reduce(chat.reduce, start(params));
const texts = (state: ChatState): string[] => bubbles(state).map(({ text }) => text);

test('a new message comes only when somebody reads on, and nothing can be chosen before all is read', () => {
  expect(texts(after())).toEqual(['Hello']);
  expect(after(pick('call')).now.moment).toBe(0);
  expect(texts(after(next))).toEqual(['Hello', 'Send money']);
});

test('reading on says nothing of its own: the message is what there is to hear', () => {
  expect(after({ type: 'undo' }, next)).toMatchObject({ saying: undefined, said: 2 });
});

test('an answer that is not safe is explained, answered in the chat, and the others stay open', () => {
  const state = after(next, pick('pay'));
  expect(state.saying).toEqual({ key: 'practice.frame.words', values: { words: 'Play money.' }, tone: 'again' });
  expect(texts(state)).toEqual(['Hello', 'Send money', 'Pay', 'More']);
  expect(chat.judge(chat.reduce(state, pick('call'))).reached).toBe(1);
});

test('the same answer twice stands in the chat once, and help comes after the second miss', () => {
  const state = after(next, pick('pay'), pick('pay'));
  expect(texts(state)).toEqual(['Hello', 'Send money', 'Pay', 'More']);
  expect(state).toMatchObject({ guided: true, helped: true });
});

test('only what was written stands as an own message; a call is a line of its own', () => {
  const state = after(next, pick('ask'), pick('call'));
  expect(bubbles(state).map(({ who }) => who)).toEqual(['ada', 'ada', 'me', undefined, 'ada']);
});

test('who writes from outside the chat is named so', () => {
  const words = (who: string) =>
    chat
      .lines(
        start(
          script(
            { with: who, people: [{ id: 'ada' }, { id: 'bea' }] },
            { names: { ada: 'Ada', bea: 'Bea', club: 'Club', me: 'You' } }
          )
        )
      )
      .find(({ id }) => id === 'hello')?.words;
  expect(words('ada')).toMatchObject({ key: 'practice-chat.reads' });
  expect(words('bea')).toMatchObject({ key: 'practice-chat.readsElsewhere' });
  expect(words('club')).toMatchObject({ key: 'practice-chat.reads' });
});

test('every answer can be taken back, over a goal as well', () => {
  expect(texts(after(next, pick('pay'), undo))).toEqual(['Hello', 'Send money']);
  expect(after(next, pick('call'), undo).now.moment).toBe(0);
  expect(after(undo).saying?.key).toBe('practice.nothingToUndo');
});

test('a harmless message is told from one that gives something away', () => {
  const before = [next, pick('call')];
  expect(after(...before, { type: 'mark', message: 'soup' }).saying?.key).toBe('practice-chat.harmless');
  const found = after(...before, { type: 'mark', message: 'money' });
  expect(found.saying).toMatchObject({ values: { words: 'It is about money.' }, tone: 'good' });
  expect(found.now.moment).toBe(2);
});

const atWriting: ChatAction[] = [next, pick('call'), { type: 'mark', message: 'money' }];

test('what is written counts without capitals and marks', () => {
  expect(chat.judge(after(...atWriting, { type: 'write', text: ' at three' })).done).toBe(true);
});

test.each([
  ['', 'practice-chat.empty'],
  ['At four.', 'practice-chat.otherText'],
  ['My number is 0251 123456', 'practice.frame.noRealData'],
  ['hannelore@post.de', 'practice.frame.noRealData']
])('"%s" is answered by %s and kept nowhere', (text, key) => {
  const state = after(...atWriting, { type: 'write', text });
  expect(state.saying?.key).toBe(key);
  if (text !== '') expect(JSON.stringify(state)).not.toContain(text);
});

test.each([
  ['a message by nobody', { people: [{ id: 'bea' }], with: 'bea' }, { names: { bea: 'Bea', me: 'You' } }],
  ['a message without words', {}, { messages: { hello: 'Hello' } }],
  ['an answer that is not answered', {}, { answers: {} }],
  ['a mark that is not explained', {}, { marks: {} }],
  ['nothing to write', {}, { write: {} }],
  ['somebody without a name', {}, { names: { me: 'You' } }],
  [
    'a mark of a message that comes later',
    { moments: [{ do: 'mark', says: [], marks: ['soup'], need: 1 }, ...moments.slice(1)] },
    {}
  ],
  [
    'no safe way',
    {
      moments: [
        {
          do: 'choose',
          says: [],
          picks: [
            { id: 'pay', does: 'pay' },
            { id: 'ask', does: 'ask' }
          ]
        }
      ]
    },
    { asks: ['One.'] }
  ]
])('%s is refused', (_name, change, words) => {
  expect(() => script(change, words)).toThrow();
});
