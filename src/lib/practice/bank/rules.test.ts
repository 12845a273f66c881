import { parse } from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { centsOf, paramsSchema } from './order';
import { bank, correction } from './rules';
import { inPairs, start, valueOf, type BankAction, type BankState } from './state';

const iban = 'DE00 0000 1234 5678 9000 00';
const order = (facts: object = {}, texts: object = {}, goals = 2) =>
  parse(paramsSchema, {
    iban,
    ...facts,
    texts: {
      task: 'Pay.',
      done: 'You can pay.',
      asks: Array.from({ length: goals }, () => 'Do it.'),
      worksheet: ['I pay.'],
      bank: 'Bank',
      balance: '1.240,00',
      payee: 'Gärtnerei Blattlaus',
      amount: '45,00',
      purpose: 'Rechnung 12',
      ...texts
    }
  });

const plain = order();
const changed = order({}, { phoneAmount: '945,00' });
const fill = (field: 'payee' | 'iban' | 'amount' | 'purpose', text: string): BankAction => ({
  type: 'fill',
  field,
  text
});
const all: BankAction[] = [
  fill('payee', 'gärtnerei blattlaus'),
  fill('iban', 'de00 0000 1234 5678 9000 00'),
  fill('amount', '45'),
  fill('purpose', 'Rechnung 12'),
  { type: 'onward' }
];
const after = (params: typeof plain, ...actions: BankAction[]): BankState => actions.reduce(bank.reduce, start(params));

describe('an amount', () => {
  it.each([
    ['45', 4500],
    ['45,00', 4500],
    ['45.00', 4500],
    ['45,-', 4500],
    ['45,5', 4550],
    ['€ 45', 4500],
    ['45 Euro', 4500],
    ['1.850,00', 185000],
    ['1,850.00', 185000],
    ['1 850', 185000],
    ['fünf', undefined],
    ['', undefined],
    ['4,5,0', undefined]
  ])('written as "%s" is worth %s cents', (written, cents) => {
    expect(centsOf(written)).toBe(cents);
  });
});

describe('what is typed', () => {
  it('counts however it is written, and the right value stands in the field', () => {
    const state = after(plain, ...all);
    expect(state.now.stage).toBe(1);
    expect(valueOf(state, 'amount')).toBe('45,00');
  });

  it.each([
    ['iban', 'DE00 0000 1234 5687 9000 00', 'practice-bank.ibanGroup', { number: 4, group: '5678' }],
    ['iban', 'DE00 0000 12', 'practice-bank.ibanGroup', { number: 3, group: '1234' }],
    ['iban', `${iban} 1`, 'practice-bank.ibanLong', undefined],
    ['amount', '4500', 'practice-bank.amountComma', { written: '4500', wanted: '45,00' }],
    ['amount', '54', 'practice-bank.otherAmount', { written: '54', wanted: '45,00' }],
    ['purpose', 'Rechnung 21', 'practice-bank.otherWords', { wanted: 'Rechnung 12' }]
  ] as const)('in %s as "%s" is answered by %s', (field, written, key, values) => {
    const wanted = field === 'iban' ? iban : field === 'amount' ? '45,00' : 'Rechnung 12';
    const said = correction(field, written, wanted);
    expect(said.key).toBe(key);
    expect(said.values).toEqual(values);
  });

  it('is stopped kindly when it looks real, and is nowhere in the state', () => {
    const state = after(plain, fill('iban', 'DE89 3704 0044 0532 0130 00'));
    expect(state.saying).toMatchObject({ key: 'practice.frame.noRealData', tone: 'again' });
    expect(JSON.stringify(state)).not.toContain('3704');
  });
});

test('a slip in the pretend account number is named by its block, and is not taken for a real one', () => {
  expect(after(plain, fill('iban', 'DE00 0000 1234 5687 9000 00')).saying).toMatchObject({
    key: 'practice-bank.ibanGroup',
    values: { number: 4, group: '5678' }
  });
});

describe('the telephone', () => {
  it('releases an order that is right', () => {
    expect(bank.judge(after(plain, ...all, { type: 'release' })).done).toBe(true);
  });

  it('does not release a changed amount: both are named', () => {
    const state = after(changed, ...all, { type: 'release' });
    expect(state.now.stage).toBe(1);
    expect(state.saying).toMatchObject({
      key: 'practice-bank.otherOnPhone',
      values: { here: '45,00', phone: '945,00' },
      tone: 'again'
    });
    expect(bank.judge(after(changed, ...all, { type: 'stop' })).done).toBe(true);
  });

  it('does not release another payee', () => {
    const state = after(order({}, { phonePayee: 'Flink und Weg' }), ...all, { type: 'release' });
    expect(state.saying?.key).toBe('practice-bank.payeeOnPhone');
  });

  it('does not blame anybody who stops a right order', () => {
    expect(after(plain, ...all, { type: 'stop' })).toMatchObject({
      misses: 0,
      saying: { key: 'practice-bank.noNeedToStop' }
    });
  });
});

test('a misread field is found by comparing, and is right once it is filled anew', () => {
  const params = order({ given: ['payee', 'iban', 'purpose'], misread: 'amount' }, { misread: '4.500,00' });
  const early = after(params, { type: 'onward' });
  expect(early.saying).toMatchObject({ key: 'practice-bank.compare', values: { here: '4.500,00', bill: '45,00' } });
  const mended = bank.reduce(bank.reduce(early, { type: 'change', field: 'amount' }), fill('amount', '45,00'));
  expect(bank.reduce(mended, { type: 'onward' }).now.stage).toBe(1);
});

test('going on too early names the field that is empty, and is no miss', () => {
  expect(after(plain, { type: 'onward' })).toMatchObject({
    misses: 0,
    saying: { key: 'practice-bank.fillIn.payee', tone: 'info' }
  });
});

test('an account number is read aloud in pairs', () => {
  expect(inPairs(iban)).toBe('DE 00 00 00 12 34 56 78 90 00 00');
});

test.each([
  ['an account number that could be real', { iban: 'DE89 3704 0044 0532 0130 00' }, {}],
  ['a misread field without its words', { misread: 'amount' }, {}],
  ['a caller without a name', { caller: { picks: [{ id: 'a', ok: true }, { id: 'b' }] } }, {}],
  ['an amount that is none', {}, { amount: 'viel' }]
])('%s is refused', (_name, facts, texts) => {
  expect(() => order(facts, texts)).toThrow();
});
