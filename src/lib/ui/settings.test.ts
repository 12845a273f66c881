import { describe, expect, it } from 'vitest';
import { firstSettings, parseSettings, shownTheme } from './settings';

describe('stored settings', () => {
  it.each([
    ['nothing stored', null, firstSettings],
    ['broken text', '{', firstSettings],
    ['a list', '[1]', firstSettings],
    ['null', 'null', firstSettings],
    [
      'a full set',
      '{"theme":"dark","text":150,"calm":true,"pace":"slow"}',
      { theme: 'dark', text: 150, calm: true, pace: 'slow' }
    ],
    ['a set from before there was a pace', '{"theme":"dark"}', { ...firstSettings, theme: 'dark' }],
    ['an unknown pace', '{"pace":"racing"}', firstSettings],
    ['an unknown size beside a known theme', '{"theme":"contrast","text":300}', { ...firstSettings, theme: 'contrast' }]
  ])('are read from %s', (_name, stored, expected) => {
    expect(parseSettings(stored)).toEqual(expected);
  });
});

describe('the shown theme', () => {
  it.each([
    ['system', { dark: false, moreContrast: false }, 'light'],
    ['system', { dark: true, moreContrast: false }, 'dark'],
    ['system', { dark: true, moreContrast: true }, 'contrast'],
    ['light', { dark: true, moreContrast: true }, 'light']
  ] as const)('of "%s" on a device %o is %s', (theme, device, expected) => {
    expect(shownTheme(theme, device)).toBe(expected);
  });
});
