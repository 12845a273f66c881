import { expect, it } from 'vitest';
import { world } from '$lib/base/world';
import { cardAddress, newCardCode, readCardCode, showCardCode } from './card-code';

it('makes a code that is read again as it is shown, however it is typed', () => {
  const code = newCardCode(world);
  expect(showCardCode(code)).toMatch(/^\S{3} \S{3} \S{3}$/);
  for (const typed of [code, showCardCode(code), showCardCode(code).toLowerCase().replaceAll(' ', '-')])
    expect(readCardCode(typed)).toBe(code);
});

it('reads nothing where a sign is missing, too many, or on no card', () => {
  for (const typed of ['', 'ACD346WX', 'ACD346WXYA', 'ACD346WX0', '#']) expect(readCardCode(typed)).toBeUndefined();
});

it('keeps the code of an address behind the #, which no browser sends', () => {
  const address = new URL(cardAddress({ origin: 'https://treff.example', locale: 'de', code: 'ACD346WXY' }));
  expect(address.href.slice(0, -address.hash.length)).not.toContain('ACD346WXY');
  expect(readCardCode(address.hash)).toBe('ACD346WXY');
});
