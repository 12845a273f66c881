import { expect, it } from 'vitest';
import type { Guide } from '$lib/content/guide';
import { byTheme } from './by-theme';

const aGuide = (id: string, theme: string): Guide => ({
  id,
  theme,
  locale: 'de',
  audience: 'seniors',
  title: id,
  lessons: [],
  intro: [],
  ways: []
});

it('guides stand together by theme', () => {
  const themes = byTheme([aGuide('a', 'Tablet'), aGuide('b', 'Fotos'), aGuide('c', 'Tablet')]);
  expect(themes.map(({ theme, own }) => [theme, own.map(({ id }) => id)])).toEqual([
    ['Tablet', ['a', 'c']],
    ['Fotos', ['b']]
  ]);
});
