import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { addressParts, paramsSchema, spelled } from './posters';
import { qr } from './rules';
import { start, type QrAction, type QrState } from './state';

const scene = (posters: object[], texts: object = {}) => {
  const each = { menu: 'Menu', park: 'Park' };
  return parse(paramsSchema, {
    posters,
    texts: {
      task: 'Look.',
      done: 'You look.',
      asks: posters.map(() => 'Look.'),
      worksheet: ['I look.'],
      places: each,
      posters: each,
      closer: each,
      open: { menu: 'Good.', park: 'A sticker.' },
      leave: { menu: 'It is fine.', park: 'Well seen.' },
      signs: { dash: 'dash', dot: 'dot', slash: 'slash' },
      ...texts
    }
  });
};

const menu = { id: 'menu', picture: 'bread', address: 'cafe-linde.example/menu', verdict: 'open' };
const park = { id: 'park', picture: 'key', address: 'town.pay.example', sticker: true, verdict: 'leave' };
const params = scene([menu, park]);
const after = (...types: QrAction['type'][]): QrState =>
  types.map((type) => ({ type })).reduce(qr.reduce, start(params));

test.each(['open', 'leave'] as const)('nobody can %s before the address was looked at, and that is no miss', (deed) => {
  expect(after(deed)).toMatchObject({ misses: 0, now: { poster: 0 }, saying: { key: 'practice-qr.scanFirst' } });
});

test('an address shows once the code is looked at', () => {
  expect(after('scan').saying).toMatchObject({ values: { address: 'cafe-linde.example/menu' } });
});

test('the right verdict leads to the next poster, whose address is not known yet', () => {
  expect(after('scan', 'open').now).toEqual({ poster: 1, scanned: false, closer: false });
});

test('who opens the address under a sticker hears why not', () => {
  const state = after('scan', 'open', 'scan', 'open');
  expect(state).toMatchObject({
    misses: 1,
    now: { poster: 1 },
    saying: { values: { words: 'A sticker.' }, tone: 'again' }
  });
  expect(qr.judge(qr.reduce(state, { type: 'leave' })).done).toBe(true);
});

test('an address is read letter by letter, its signs in words', () => {
  expect(spelled(params, 'a-b.example/c')).toBe('a dash b dot e x a m p l e slash c');
  expect(after('spell').saying?.key).toBe('practice-qr.scanFirst');
});

test.each([
  ['cafe-linde.example/menu', '', 'cafe-linde.example', '/menu'],
  ['town.pay-fast.example', 'town.', 'pay-fast.example', ''],
  ['a.b.c.example/x/y', 'a.b.', 'c.example', '/x/y']
])('of %s the part before the ending counts', (address, before, counts, rest) => {
  expect(addressParts(address)).toEqual({ before, counts, after: rest });
});

test.each([
  ['an address that could belong to somebody', [{ ...menu, address: 'linde.de' }], {}],
  ['a poster without an answer', [menu], { leave: {} }],
  ['a poster that hangs twice', [menu, menu], {}]
])('%s is refused', (_name, posters, texts) => {
  expect(() => scene(posters, texts)).toThrow();
});
