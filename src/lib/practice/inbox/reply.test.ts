import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { replyParams } from './letter';
import { reply, type ReplyAction, type ReplyState } from './reply';

const scene = {
  ask: 'reply',
  suggestions: [
    { id: 'come', ok: true },
    { id: 'key', ok: false }
  ],
  texts: {
    task: 'Answer.',
    done: 'You answer.',
    asks: ['Tap Reply.', 'Write.'],
    worksheet: ['I answer.'],
    mail: {
      from: 'Lotte',
      address: 'lotte@post.example',
      subject: 'Cake',
      time: '9:00',
      lines: ['Will you come?'],
      others: '12 people'
    },
    subject: 'Re: Cake',
    suggestions: {
      come: { text: 'I will come.', why: 'Nice.' },
      key: { text: 'The key is under the mat.', why: 'Keep that to yourself.' }
    }
  }
};
const params = parse(replyParams, scene);
const after = (...actions: ReplyAction[]): ReplyState =>
  actions.reduce<ReplyState>(reply.reduce, reply.start(params, 1));

const write: ReplyAction = { type: 'reply' };
const all: ReplyAction = { type: 'reply-all' };
const pick = (suggestion: string): ReplyAction => ({ type: 'pick', suggestion });
const send = (text = ''): ReplyAction => ({ type: 'send', text });

test('an answer to all is stopped with the number of readers', () => {
  expect(after(all)).toMatchObject({
    now: { writing: false },
    saying: { key: 'practice-inbox.allWouldRead', values: { others: '12 people' }, tone: 'again' }
  });
});

test('a suggestion is picked and sent', () => {
  const state = after(write, pick('come'), send());
  expect(reply.judge(state)).toMatchObject({ done: true, helped: false, reached: 2 });
});

test('a suggestion that gives away too much is not sent, written or picked', () => {
  for (const state of [after(write, pick('key'), send()), after(write, send('the key is under the mat'))])
    expect(state).toMatchObject({
      now: { sent: false },
      saying: { key: 'practice-inbox.tooMuch', values: { why: 'Keep that to yourself.' }, tone: 'again' }
    });
});

test('an answer of one’s own is sent and kept nowhere', () => {
  const state = after(write, send('Hannelore comes with cake'));
  expect(state.now.sent).toBe(true);
  expect(JSON.stringify(state)).not.toContain('Hannelore');
});

test.each([
  ['a telephone number', 'Call me: 0251 123456', 'practice-inbox.realReply'],
  ['an e-mail address', 'Write to hannelore@post.test', 'practice-inbox.realReply'],
  ['nothing', ' ', 'practice-inbox.emptyReply']
])('%s in the answer is stopped', (_name, text, key) => {
  expect(after(write, send(text))).toMatchObject({ now: { sent: false }, saying: { key } });
});

test('what was written counts, and not what was picked before', () => {
  expect(after(write, pick('key'), send('I am glad to come')).now.sent).toBe(true);
});

test('what is sent can be had back', () => {
  expect(after(write, pick('come'), send(), { type: 'undo' }).now).toMatchObject({ sent: false, picked: 'come' });
});

test.each([
  ['no suggestion that is ok', { suggestions: scene.suggestions.map((one) => ({ ...one, ok: false })) }],
  ['a suggestion without words', { suggestions: [...scene.suggestions, { id: 'more', ok: true }] }],
  ['a real address', { texts: { ...scene.texts, mail: { ...scene.texts.mail, address: 'lotte@post.com' } } }],
  ['one sentence', { texts: { ...scene.texts, asks: ['Write.'] } }]
])('the scene is refused: %s', (_name, change) => {
  expect(() => parse(replyParams, { ...scene, ...change })).toThrow();
});
