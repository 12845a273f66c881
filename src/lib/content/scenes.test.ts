import { describe, expect, it } from 'vitest';
import { aContent, checkOptions, problemsIn } from '../../../tests/support/content';
import { checkContent } from './check';
import { problemLine } from './problem';

describe('finds in a scene', () => {
  it('a parameter that a practice does not know, by its name', () => {
    expect(problemsIn({ 'scenes/touch/pot/scene.yaml': 'size: 2\ncolour: red\n' })).toEqual([
      ['scenes/touch/pot/scene.yaml', 2, 'scene-unknown']
    ]);
    const { problems } = checkContent(
      aContent({ 'scenes/touch/pot/de.yaml': 'ask: Tippen.\nhint: Hier.\n' }),
      checkOptions
    );
    expect(problems.map(problemLine)).toEqual([
      expect.stringMatching(/^scenes\/touch\/pot\/de\.yaml:2 .*The practice "touch" knows no "hint"\. .*Take it out/u)
    ]);
  });

  it('a scene that cannot be solved, with what its solver says', () => {
    const { problems } = checkContent(aContent({ 'scenes/touch/pot/scene.yaml': 'size: 9\n' }), checkOptions);
    expect(problems.map(problemLine)).toEqual([
      expect.stringMatching(/^scenes\/touch\/pot\/scene\.yaml:1 .*"touch" in "de": The pot does not fit\./u)
    ]);
  });
});
