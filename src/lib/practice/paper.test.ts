import { expect, test } from 'vitest';
import { readScene } from '../../../tests/support/scenes';
import { kinds } from './kinds';

const sheet = (kind: string, scene: string) => kinds[kind]?.paper(readScene(kind, scene, 'de')) ?? [];

test('a lone picture is looked for among those of the other rounds, in an order that tells nothing', () => {
  const [first] = sheet('touch', 'tiles-easy');
  expect(first?.boxes).toEqual(['Glocke', 'Schildkröte', 'Schmetterling', 'Sonnenblume', 'Stern', 'Teekanne']);
  expect(first?.solution).toEqual(['Sonnenblume']);
});

test('a long list stands on paper once, with numbers that the solution names', () => {
  const [first, second] = sheet('touch', 'list-find');
  expect(first?.shown.join()).toContain('9. Karotten · 10. Kartoffeln');
  expect(first?.solution).toEqual(['9. Karotten']);
  expect(second?.shown).toEqual([]);
});

test('on a map the solution is the sign at the flag, and in the settings the way and what to set', () => {
  expect(sheet('touch', 'map-zoom')[0]).toMatchObject({
    boxes: ['Apotheke', 'Bäckerei', 'Schule'],
    solution: ['Bäckerei']
  });
  expect(sheet('settings', 'brighter-louder').map(({ solution }) => solution)).toEqual([
    ['Anzeige › Helligkeit: 5'],
    ['Ton › Lautstärke: 5'],
    ['Ton › Klingelton: Vögel']
  ]);
});

test('a sentence to copy has a line to write on; a password of one’s own does not stand on the sheet before', () => {
  expect(sheet('keyboard', 'first-sentence')[1]?.shown).toEqual(['Guten Morgen', expect.stringMatching(/^_+$/u)]);
  expect(sheet('keyboard', 'strong-password')[0]).toMatchObject({
    shown: [expect.stringMatching(/^_+$/u)],
    solution: ['Kuchen Regen Stiefel Mond']
  });
});
