import { expect, test } from 'vitest';
import { strengthOf, weaknessOf } from './strength';

test.each([
  ['', 'empty'],
  ['3.5.1950', 'date'],
  ['03051950', 'date'],
  ['1950', 'date'],
  ['Anna1950', 'date'],
  ['Anna 12', 'date'],
  ['passwort', 'common'],
  ['Passwort!1', 'common'],
  ['Sommer', 'common'],
  ['aaaaaaaaaaaaaaaaaaaa', 'repeats'],
  ['anna anna anna anna', 'repeats'],
  ['Regenschirm', 'short'],
  ['Kuchen Mond', 'short'],
  ['Kuchen Regen Stiefel Mond', undefined],
  ['kuchen-regen-stiefel-mond', undefined],
  ['DerIgelSingtImMai', undefined]
])('the password "%s" is answered by %s', (text, weakness) => {
  expect(weaknessOf(text)).toBe(weakness);
});

test.each([
  ['', 'none'],
  ['1950', 'weak'],
  ['Kuchen Mond', 'middle'],
  ['Kuchen Regen Stiefel Mond', 'strong']
])('in a word, "%s" is %s', (text, word) => {
  expect(strengthOf(text)).toBe(word);
});
