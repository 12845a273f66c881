import { describe, expect, it } from 'vitest';
import { problemsIn } from '../../../tests/support/content';

describe("a mistake in a word's picture", () => {
  it.each([
    ['a picture that a language does not describe', 'picture: { screen: plate, items: [tulip] }', 4, 'alt-missing'],
    [
      'a text that the picture lacks',
      'picture: { screen: list, items: [a] }\nshown: { de: { alt: Eine Liste. } }',
      5,
      'label-missing'
    ],
    [
      'a ring around nothing',
      "picture: { screen: plate, items: [tulip], ring: rose }\nshown: { de: { alt: 'Da.' } }",
      4,
      'reference-unknown'
    ],
    ['words about a picture that is not there', 'shown: { de: { alt: Eine Vase. } }', 4, 'picture-missing']
  ])('is named: %s', (_, lines, line, code) => {
    const word = `id: vase\nword: { de: Vase }\nplain: { de: Darin stehen Blumen. }\n${lines}\n`;
    expect(problemsIn({ 'glossary/vase.yaml': word })).toContainEqual(['glossary/vase.yaml', line, code]);
  });
});
