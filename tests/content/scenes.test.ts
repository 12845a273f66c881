import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '$lib/content/check';
import { problemLine } from '$lib/content/problem';
import { kinds } from '$lib/practice/kinds';
import { aContent, aLessonYaml, checkOptions } from '../support/content';

const file = (path: string): string => readFileSync(`content/scenes/${path}`, 'utf8');

/** What the checker says about a scene of our own in which a piece of text is another. */
function saidOf(scene: string, where: 'scene' | 'de', part: string, by: string): string[] {
  const [practice = '', name = ''] = scene.split('/');
  const [facts, texts] = (['scene', 'de'] as const).map((one) => {
    const text = file(`${scene}/${one}.yaml`);
    if (one === where && !text.includes(part)) throw new Error(`There is no "${part}" to replace.`);
    return one === where ? text.replace(part, by) : text;
  });
  const { problems } = checkContent(
    aContent({
      'courses/plants/01-water/lesson.yaml': aLessonYaml(
        ['practice: touch', `practice: ${practice}`],
        ['scene: pot', `scene: ${name}`]
      ),
      'scenes/touch/pot/scene.yaml': undefined,
      'scenes/touch/pot/de.yaml': undefined,
      [`scenes/${scene}/scene.yaml`]: facts,
      [`scenes/${scene}/de.yaml`]: texts
    }),
    { ...checkOptions, practices: kinds }
  );
  return problems.filter(({ severity }) => severity === 'error').map(problemLine);
}

const lineIn = (path: string, part: string): number =>
  file(path)
    .split('\n')
    .findIndex((line) => line.includes(part)) + 1;

describe('of a scene the checker says', () => {
  it('nothing where it is right', () => {
    expect(saidOf('settings/text-larger', 'scene', 'goals:', 'goals:')).toEqual([]);
  });

  it('which parameter is unknown, where, and which there are', () => {
    expect(saidOf('qr/town-walk', 'scene', 'posters:', 'colour: red\nposters:')).toEqual([
      `scenes/qr/town-walk/scene.yaml:${lineIn('qr/town-walk/scene.yaml', 'posters:')}  scene-unknown  ` +
        'Unknown parameter "colour". The practice "qr" knows here: help, posters, texts. Take it out, or correct its name.'
    ]);
    expect(saidOf('settings/text-larger', 'de', 'task:', 'tusk:')[0]).toMatch(
      /de\.yaml:\d+ {2}scene-(unknown|shape) {2}.*"(task|tusk)"/u
    );
  });

  it('which goal nobody can reach, and where it stands', () => {
    const [said, ...others] = saidOf('settings/text-larger', 'scene', 'value: 2', 'value: 200');
    expect(others).toEqual([]);
    expect(said).toMatch(
      /^scenes\/settings\/text-larger\/de\.yaml:\d+ {2}scene-unsolvable {2}Nobody can solve this scene of the practice "settings"\. Even after 500 moves its goal \d of \d is still open: ".+" Compare this goal/u
    );
  });

  it('what else keeps its solver from the end', () => {
    const { problems } = checkContent(aContent({ 'scenes/touch/pot/scene.yaml': 'size: 9\n' }), checkOptions);
    expect(problems.map(problemLine)).toEqual([
      expect.stringMatching(/^scenes\/touch\/pot\/scene\.yaml:1 .*"touch"\. The pot does not fit\./u)
    ]);
  });
});
