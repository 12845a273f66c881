import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { sortParams } from './mails';
import { sort } from './sort';
import { start, type InboxAction, type InboxState } from './state';

const words = (from: string, marks: Record<string, string> = {}, links: Record<string, string> = {}) => ({
  from,
  address: `${from}@post.example`,
  subject: `About ${from}`,
  time: '9:00',
  parts: { hello: 'Hello,', middle: 'there is news.', hurry: 'Quick!' },
  links,
  why: `Because of ${from}.`,
  marks
});

const scene = {
  ask: 'sort',
  find: 2,
  mails: [
    { id: 'lotte' },
    { id: 'parcel', scam: true, marks: ['address', 'hurry', 'pay'], links: [{ id: 'pay', target: 'pay.example/now' }] },
    { id: 'shop', links: [{ id: 'order', target: 'shop.example' }] }
  ],
  texts: {
    task: 'Sort.',
    done: 'You sort.',
    asks: ['Sort them.', 'Find marks.'],
    worksheet: ['I sort.'],
    mails: {
      lotte: words('lotte'),
      parcel: words('parcel', { address: 'Strange.', hurry: 'Haste.', pay: 'Money.' }, { pay: 'Pay' }),
      shop: words('shop', {}, { order: 'See' })
    }
  }
};
const params = parse(sortParams, scene);
const after = (...actions: InboxAction[]): InboxState => actions.reduce<InboxState>(sort.reduce, start(params));

const open = (mail: string): InboxAction => ({ type: 'open', mail });
const mark = (part: string): InboxAction => ({ type: 'mark', part });
const [back, keep, report, undo]: [InboxAction, InboxAction, InboxAction, InboxAction] = [
  { type: 'back' },
  { type: 'keep' },
  { type: 'report' },
  { type: 'undo' }
];

test('who reports a real e-mail hears why it is real, and can put it right', () => {
  const state = after(open('lotte'), report);
  expect(state.saying).toEqual({
    key: 'practice-inbox.reportedReal',
    values: { why: 'Because of lotte.' },
    tone: 'again'
  });
  expect(sort.judge(sort.reduce(state, keep))).toMatchObject({ reached: 1, helped: false });
});

test('who keeps a scam hears what gives it away', () => {
  expect(after(open('parcel'), keep)).toMatchObject({
    saying: { key: 'practice-inbox.keptScam', values: { why: 'Because of parcel.' }, tone: 'again' },
    now: { sorted: { parcel: 'kept' } }
  });
});

test('a scam is done when it is reported and two of its marks are found', () => {
  const reported = after(open('parcel'), report);
  expect(sort.judge(reported)).toMatchObject({ reached: 0, ask: 'Find marks.' });
  expect(reported.saying).toMatchObject({ key: 'practice-inbox.reportedFind', values: { count: 2 } });
  const one = sort.reduce(reported, mark('hurry'));
  expect(one.saying).toMatchObject({ key: 'practice-inbox.markFound', values: { mark: 'Haste.' }, tone: 'good' });
  const two = sort.reduce(one, mark('pay'));
  expect(two.saying).toMatchObject({ key: 'practice-inbox.marksDone', values: { mark: 'Money.' } });
  expect(sort.judge(two)).toMatchObject({ reached: 1, ask: 'Sort them.' });
});

test('what real e-mails say too is no mark; the same mark counts once', () => {
  expect(after(open('parcel'), report, mark('hello')).saying?.key).toBe('practice-inbox.noMark');
  expect(after(open('parcel'), report, mark('pay'), mark('pay'))).toMatchObject({
    saying: { key: 'practice-inbox.markKnown' },
    now: { found: { parcel: ['pay'] } }
  });
});

test('the address of a link is looked at without opening it', () => {
  const state = after(open('parcel'), { type: 'look', link: 'pay' });
  expect(state).toMatchObject({
    misses: 0,
    now: { page: undefined, looked: ['pay'] },
    saying: { key: 'practice-inbox.target', values: { target: 'pay.example/now' } }
  });
});

test('the link of a scam ends at a page that says stop, the link of a real e-mail at a real page', () => {
  const halted = after(open('parcel'), { type: 'follow', link: 'pay' });
  expect(halted).toMatchObject({ misses: 1, now: { page: 'pay' }, saying: { key: 'practice-inbox.halt' } });
  expect(sort.reduce(halted, report)).toBe(halted);
  expect(sort.reduce(halted, back).now).toMatchObject({ open: 'parcel', page: undefined });
  expect(after(open('shop'), { type: 'follow', link: 'order' })).toMatchObject({
    misses: 0,
    saying: { key: 'practice-inbox.realPage' }
  });
});

test('help comes by itself with the second miss in a row', () => {
  expect(after(open('lotte'), report)).toMatchObject({ guided: false });
  expect(after(open('lotte'), report, report)).toMatchObject({ guided: true, helped: true });
});

test('a decision can be taken back, and is then open again', () => {
  const state = after(open('lotte'), keep, undo);
  expect(sort.judge(state).reached).toBe(0);
  expect(after(undo).saying?.key).toBe('practice.nothingToUndo');
});

test('where only marks are looked for, nothing needs sorting', () => {
  const marking = parse(sortParams, {
    ...scene,
    ask: 'mark',
    mails: scene.mails.slice(1, 2),
    texts: { ...scene.texts, mails: { parcel: scene.texts.mails.parcel } }
  });
  expect(sort.solve(marking).map(({ type }) => type)).toEqual(['open', 'mark', 'mark']);
});

test.each([
  [
    'a mark that is nowhere',
    { mails: scene.mails.map((one) => ({ ...one, marks: one.scam ? ['address', 'nose'] : [] })) }
  ],
  ['a scam with too few marks', { find: 4 }],
  ['a real e-mail with marks', { mails: scene.mails.map((one) => ({ ...one, marks: ['address', 'hurry'] })) }],
  ['real e-mails where only marks are looked for', { ask: 'mark' }],
  ['the same name twice', { mails: [...scene.mails, scene.mails[0]] }],
  ['an e-mail without words', { mails: [...scene.mails, { id: 'more' }] }],
  [
    'a link without words',
    { mails: [{ id: 'lotte', links: [{ id: 'x', target: 'x.example' }] }, ...scene.mails.slice(1)] }
  ],
  ['a real address as target', { mails: [{ id: 'lotte', links: [{ id: 'x', target: 'post.com' }] }] }],
  ['one sentence too few', { texts: { ...scene.texts, asks: ['Sort them.'] } }]
])('the scene is refused: %s', (_name, change) => {
  expect(() => parse(sortParams, { ...scene, ...change })).toThrow();
});
