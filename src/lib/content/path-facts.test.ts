import { describe, expect, it } from 'vitest';
import {
  aContent,
  aCourseYaml,
  aLessonText,
  aLessonYaml,
  checkOptions,
  inEnglish,
  problemsIn
} from '../../../tests/support/content';
import { compile } from './compile';
import { serve } from './served.server';

const file = 'paths/balcony.yaml';
const aPath = (...replacements: [string, string][]): string =>
  replacements.reduce(
    (text, [part, by]) => text.replace(part, by),
    `id: balcony
place: 1
audience: seniors
picture: tulip
title:
  de: Ich will Blumen
  de-simple: Ich will Blumen
  en: I want flowers
lessons: [water, light]
`
  );

/** Two lessons, the second requires the first, and a path over both. */
const content = (path: string): Record<string, string> => ({
  'courses/plants/course.yaml': aCourseYaml(['[01-water]', '[01-water, 02-light]']),
  'courses/plants/02-light/lesson.yaml': aLessonYaml(['id: water', 'id: light'], ['requires: []', 'requires: [water]']),
  'courses/plants/02-light/de.md': aLessonText().replaceAll('| ', '| Licht: '),
  [file]: path
});

describe('a path', () => {
  it('without a mistake is served in the order of its lessons, each with its course', () => {
    expect(problemsIn(content(aPath()))).toEqual([]);
    const sources = aContent(content(aPath()));
    const { files } = serve(compile(sources, checkOptions), new Set());
    expect(JSON.parse(files.get('/content/de/paths.json') ?? '')).toEqual([
      {
        id: 'balcony',
        audience: 'seniors',
        picture: 'tulip',
        title: 'Ich will Blumen',
        lessons: [
          { course: 'plants', lesson: 'water' },
          { course: 'plants', lesson: 'light' }
        ]
      }
    ]);
  });

  it.each<[string, [string, string][], number, string]>([
    ['a lesson that is nowhere', [['light]', 'soil]']], 9, 'reference-unknown'],
    ['a lesson that is there twice', [['light]', 'water]']], 9, 'duplicate-id'],
    ['a lesson before what it requires', [['water, light', 'light, water']], 9, 'path-order'],
    ['one lesson alone', [['water, light', 'water']], 9, 'yaml-shape'],
    ['a title that a language lacks', [['  de: Ich will Blumen\n', '']], 5, 'language-missing'],
    ["an id that is not the file's name", [['id: balcony', 'id: garden']], 1, 'reference-unknown'],
    ['an unknown picture', [['tulip', 'cactus']], 4, 'picture-unknown'],
    ['a wish of fifteen words', [['de: Ich will Blumen', `de: ${'so '.repeat(15)}`]], 6, 'sentence-long']
  ])('with %s is named', (_, replacements, line, code) => {
    expect(problemsIn(content(aPath(...replacements)))).toEqual([[file, line, code]]);
  });

  it('is not gone, and needs no title, in a language in which one of its lessons is not written', () => {
    const english = inEnglish();
    const files = {
      ...content(aPath()),
      ...english,
      'courses/plants/course.yaml': aCourseYaml(['[01-water]', '[01-water, 02-light]'])
        .replace('[de]', '[de, en]')
        .replace('Pflanzen }', 'Pflanzen, en: Plants }')
        .replace('Pflanzen. }', 'Pflanzen., en: Go. }'),
      'courses/plants/02-light/en.md': aLessonText()
    };
    const idsIn = (sources: Record<string, string>): string[] => {
      const served = serve(compile(aContent(sources), checkOptions), new Set()).files.get('/content/en/paths.json');
      return JSON.parse(served ?? '').map(({ id }: { id: string }) => id);
    };
    expect(idsIn(files)).toEqual(['balcony']);
    expect(idsIn({ ...files, 'courses/plants/02-light/en.md': '' })).toEqual([]);
  });

  it('stands among the others as its place says', () => {
    const other = aPath(['balcony', 'garden'], ['place: 1', 'place: 3']);
    const sources = aContent({
      ...content(aPath(['place: 1', 'place: 4'])),
      'paths/garden.yaml': other
    });
    expect(compile(sources, checkOptions).paths.map(({ id }) => id)).toEqual(['garden', 'balcony']);
  });
});
