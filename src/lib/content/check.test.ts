import { describe, expect, it } from 'vitest';
import {
  aContent,
  aCourseYaml,
  aLessonText,
  aLessonYaml,
  checkOptions,
  inEnglish,
  lessonFolder,
  problemsIn
} from '../../../tests/support/content';
import { checkContent } from './check';
import { problemTable } from './problem';

const yaml = `${lessonFolder}/lesson.yaml`;
const de = `${lessonFolder}/de.md`;
const course = 'courses/plants/course.yaml';

describe('content without a mistake', () => {
  it('has no problem', () => {
    expect(problemsIn({})).toEqual([]);
  });

  it('has its readability measured', () => {
    const { stats } = checkContent(aContent(), checkOptions);
    expect(stats.map(({ lesson, locale, sentences }) => [lesson, locale, sentences])).toEqual([['water', 'de', 12]]);
  });
});

describe('a mistake in course.yaml is named', () => {
  it.each([
    ['no file', undefined, 1, 'file-missing'],
    ['an unknown audience', aCourseYaml(['seniors', 'dogs']), 2, 'yaml-shape'],
    ['an unknown entry', aCourseYaml(['picture: sunflower', 'picture: sunflower\nicon: rose']), 5, 'yaml-shape'],
    ["an id that is not the folder's name", aCourseYaml(['id: plants', 'id: flowers']), 1, 'reference-unknown'],
    ['an unknown picture', aCourseYaml(['sunflower', 'cactus']), 4, 'picture-unknown'],
    ['a language that the app lacks', aCourseYaml(['[de]', '[de, fr]']), 3, 'reference-unknown'],
    ['a lesson without a folder', aCourseYaml(['[01-water]', '[01-water, 02-light]']), 7, 'reference-unknown'],
    ['a lesson that is there twice', aCourseYaml(['[01-water]', '[01-water, 01-water]']), 7, 'duplicate-id'],
    [
      'a title that is missing in a language',
      aCourseYaml(['title: { de: Pflanzen }', 'title: {}']),
      5,
      'language-missing'
    ],
    ['a tab instead of spaces', aCourseYaml(['lessons: ', 'lessons:\n\t- ']), 8, 'yaml-syntax']
  ])('%s', (_, text, line, code) => {
    expect(problemsIn({ [course]: text })).toEqual([[course, line, code]]);
  });

  it('a language that a lesson lacks, for each lesson and word', () => {
    const text = aCourseYaml(
      ['[de]', '\n  - de\n  - en'],
      ['de: Pflanzen }', 'de: Pflanzen, en: Plants }'],
      ['pflegen Pflanzen.', "pflegen Pflanzen., en: 'Plants'"]
    );
    expect(problemsIn({ [course]: text })).toEqual([[course, 5, 'language-missing']]);
  });

  it('a folder that the course does not name, and a language', () => {
    expect(problemsIn({ 'courses/plants/02-light/lesson.yaml': '', [`${lessonFolder}/en.md`]: '' })).toEqual([
      [`${lessonFolder}/en.md`, 1, 'file-unused'],
      [course, 7, 'file-unused']
    ]);
  });

  it('no course at all', () => {
    expect(checkContent(new Map(), checkOptions).problems.map(({ code }) => code)).toEqual(['file-missing']);
  });
});

describe('a mistake in lesson.yaml is named', () => {
  it.each([
    ['a required lesson that is nowhere', [['requires: []', 'requires: [light]']], 6, 'reference-unknown'],
    ['an unknown word', [['words: [pot]', 'words: [pot, soil]']], 10, 'reference-unknown'],
    ['an unknown practice', [['practice: touch', 'practice: can']], 18, 'practice-unknown'],
    ['an unknown scene', [['scene: pot', 'scene: bucket']], 19, 'reference-unknown'],
    ['a practice without a scene', [['    scene: pot\n', '']], 17, 'practice-missing'],
    ['a ring around nothing', [['ring: tulip', 'ring: rose']], 13, 'reference-unknown'],
    ['an unknown coloured picture', [['ring: tulip', 'icon: cactus']], 13, 'picture-unknown'],
    ['a switch that is no item', [['ring: tulip', 'on: [rose]']], 13, 'reference-unknown'],
    [
      'a step for looking without a picture',
      [['    picture: { screen: home, items: [sunflower, tulip], ring: tulip }\n', '']],
      12,
      'picture-missing'
    ],
    ['too few steps', [['  - id: done\n    kind: read\n', '']], 7, 'step-count'],
    [
      'no task',
      [
        ['kind: question', 'kind: read'],
        ['kind: do\n    practice: touch\n    scene: pot', 'kind: read']
      ],
      7,
      'task-missing'
    ],
    ['a step that is there twice', [['- id: done', '- id: own']], 22, 'duplicate-id'],
    [
      'a fact without a date',
      [['facts: []', 'facts:\n  - claim: A\n    source: B\n    url: https://b.example\n    checked: 2026-11-20']],
      25,
      'fact-undated'
    ],
    [
      'a fact that is due',
      [
        [
          'facts: []',
          'facts:\n  - claim: A\n    source: B\n    url: https://b.example\n    checked: 2025-01-01\n    review: 2026-01-01'
        ]
      ],
      29,
      'fact-stale'
    ],
    [
      'a date that is none',
      [['facts: []', 'facts:\n  - claim: A\n    source: B\n    url: https://b.example\n    checked: soon']],
      28,
      'yaml-shape'
    ],
    ['minutes that are none', [['minutes: 10', 'minutes: ten']], 3, 'yaml-shape']
  ] as [string, [string, string][], number, string][])('%s', (_, replacements, line, code) => {
    expect(problemsIn({ [yaml]: aLessonYaml(...replacements) })).toContainEqual([yaml, line, code]);
  });

  it('an id that another lesson has, and a lesson that comes later', () => {
    const second = 'courses/plants/02-light';
    const problems = problemsIn({
      [course]: aCourseYaml(['[01-water]', '[01-water, 02-light, 03-soil]']),
      [yaml]: aLessonYaml(['requires: []', 'requires: [soil]']),
      [`${second}/lesson.yaml`]: aLessonYaml(),
      [`${second}/de.md`]: aLessonText(),
      'courses/plants/03-soil/lesson.yaml': aLessonYaml(['id: water', 'id: soil']),
      'courses/plants/03-soil/de.md': aLessonText()
    });
    expect(problems.filter(([, , code]) => code !== 'feedback-twice')).toEqual([
      [yaml, 6, 'reference-unknown'],
      [`${second}/lesson.yaml`, 1, 'duplicate-id']
    ]);
  });
});

describe('a mistake between lesson.yaml and a language is named', () => {
  it.each([
    ['a step that is missing', { second: undefined }, 17, 'step-missing'],
    ['a step that is too many', { done: 'Gut.\n\n## Mehr {#more}\n\nGut.' }, 40, 'step-unknown'],
    ['a step that is there twice', { done: 'Gut.\n\n## Mehr {#own}\n\nGut.' }, 40, 'duplicate-id'],
    [
      'a picture without an alternative text',
      { look: ':::picture\n- sunflower: Sonne\n- tulip: Tulpe\n:::' },
      12,
      'alt-missing'
    ],
    ['a picture that is not there', { look: 'Zwei Pflanzen.' }, 10, 'alt-missing'],
    ['a label that is missing', { look: ':::picture{alt="A."}\n- tulip: Tulpe\n:::' }, 12, 'label-missing'],
    [
      'a label of nothing',
      { look: ':::picture{alt="A."}\n- sunflower: Sonne\n- tulip: Tulpe\n- rose: Rose\n:::' },
      15,
      'label-unknown'
    ],
    ['a picture that lesson.yaml lacks', { done: ':::picture{alt="A."}\n:::' }, 38, 'picture-missing'],
    ['a question that is missing', { first: 'Gut.' }, 17, 'question-missing'],
    [
      'a question that is too many',
      { done: ':::question\nWas?\n\n- [x] A. | B.\n- [ ] C. | D.\n- [ ] E. | F.\n:::' },
      38,
      'question-unexpected'
    ],
    ['a hint without a question', { done: ':::hint\nDa.\n:::' }, 38, 'question-unexpected'],
    [
      'an answer without feedback',
      { first: ':::question\nWas?\n\n- [x] A. | B.\n- [ ] C.\n- [ ] E. | F.\n:::' },
      23,
      'question-feedback'
    ],
    [
      'no right answer',
      { first: ':::question\nWas?\n\n- [ ] A. | B.\n- [ ] C. | D.\n- [ ] E. | F.\n:::' },
      19,
      'question-no-right'
    ],
    [
      'two answers that are told the same',
      { first: ':::question\nWas?\n\n- [x] A. | B.\n- [ ] C. | D.\n- [ ] E. | D.\n- [?] F. | D.\n:::' },
      24,
      'feedback-twice'
    ],
    ['too few answers', { first: ':::question\nWas?\n\n- [x] A. | B.\n- [ ] C. | D.\n:::' }, 19, 'question-choices'],
    ['nothing to check off', { own: 'Fühlen Sie die Erde.' }, 31, 'try-list']
  ])('%s', (_, changed, line, code) => {
    expect(problemsIn({ [de]: aLessonText(changed) })).toEqual([[de, line, code]]);
  });

  it('answers that another language has in another order', () => {
    const first = ':::question\nWhen?\n\n- [ ] A. | B.\n- [x] C. | D.\n- [ ] E. | F.\n:::';
    const problems = problemsIn(inEnglish(aLessonText({ first }))).filter(
      ([, , code]) => !code.startsWith('translation')
    );
    expect(problems.filter(([, line]) => line > 1)).toEqual([[`${lessonFolder}/en.md`, 19, 'question-differs']]);
  });

  it('steps in another order', () => {
    const [first = '', second = '', ...others] = aLessonText()
      .split(/(?=## )/u)
      .slice(1);
    const head = aLessonText().split('## ')[0] ?? '';
    expect(problemsIn({ [de]: [head, second, first, ...others].join('') })).toEqual([[de, 6, 'step-order']]);
  });

  it('a scene that lacks a language, or does not fit its practice', () => {
    expect(problemsIn({ 'scenes/touch/pot/de.yaml': undefined })).toEqual([
      ['scenes/touch/pot/scene.yaml', 1, 'language-missing']
    ]);
    expect(problemsIn({ 'scenes/touch/pot/scene.yaml': '# Big.\nsize: big\n' })).toEqual([
      ['scenes/touch/pot/scene.yaml', 2, 'scene-shape']
    ]);
    expect(problemsIn({ 'scenes/touch/pot/de.yaml': '\nask: 3\n' })).toEqual([
      ['scenes/touch/pot/de.yaml', 2, 'scene-shape']
    ]);
    expect(problemsIn({ 'scenes/touch/can/scene.yaml': 'size: 2\n' })).toEqual([
      ['scenes/touch/can/scene.yaml', 1, 'file-unused']
    ]);
  });

  it("a word that lacks its explanation, or its file's name", () => {
    expect(problemsIn({ 'glossary/pot.yaml': 'id: pot\nword: { de: Topf }\nplain: {}\n' })).toContainEqual([
      'glossary/pot.yaml',
      3,
      'language-missing'
    ]);
    expect(
      problemsIn({ 'glossary/soil.yaml': 'id: earth\nword: { de: Erde }\nplain: { de: Darin wächst es. }\n' })
    ).toEqual([['glossary/soil.yaml', 1, 'reference-unknown']]);
  });

  it('in the glossary: one spelling that two words explain', () => {
    expect(
      problemsIn({
        'glossary/vase.yaml':
          'id: vase\nword: { de: Vase }\nplain: { de: Darin stehen Blumen. }\nforms: { de: [topf] }\n'
      })
    ).toEqual([['glossary/vase.yaml', 4, 'word-twice']]);
  });
});

describe('the table of mistakes', () => {
  it('has a remedy for each that is a sentence', () => {
    for (const [, remedy] of Object.values(problemTable)) expect(remedy).toMatch(/^\p{Lu}.*\.$/u);
  });
});
