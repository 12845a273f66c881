import { expect, it } from 'vitest';
import { byLetter } from './by-letter';

const aWord = (word: string) => ({ id: word.toLowerCase(), word, plain: 'Das.', forms: [], also: [] });

it('words stand below their letter, an umlaut with its vowel', () => {
  const groups = byLetter(['Akku', 'Ändern', 'App', 'Menü', 'öffnen'].map(aWord));
  expect(groups.map(({ letter, words }) => [letter, words.map(({ word }) => word)])).toEqual([
    ['A', ['Akku', 'Ändern', 'App']],
    ['M', ['Menü']],
    ['O', ['öffnen']]
  ]);
});

it('no words have no letters', () => {
  expect(byLetter([])).toEqual([]);
});
