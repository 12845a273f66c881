import { expect, test } from 'vitest';
import { nextName, stickerWords } from './sticker';

test.each([
  ['Tablet 7', { word: 'Tablet', number: '7' }],
  ['Bücherei 12', { word: 'Bücherei', number: '12' }],
  ['Blaues Tablet', { word: 'Blaues Tablet', number: '' }],
  ['7', { word: '', number: '7' }]
])('of "%s" the number stands large', (name, expected) => {
  expect(stickerWords(name)).toEqual(expected);
});

test('after Tablet 9 comes Tablet 10', () => {
  expect(nextName(['Tablet 9', 'Tablet 2', 'Blaues Tablet'])).toBe('Tablet 10');
  expect(nextName([])).toBe('Tablet 1');
});
